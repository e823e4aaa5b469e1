// The facts folder a question is asked of: one that is there, or one made of a store for this
// question alone and gone with it.
#pragma once

#include <optional>
#include <string>

#include "store/facts_view.h"
#include "store/view_folder.h"

namespace hearth {

class QuestionFacts {
 public:
  // One of the two is empty.
  static Result<QuestionFacts> open(const std::string& facts, const std::string& store,
                                    const ViewRequest& request);

  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
  std::optional<ViewFolder> view_;
};

}  // namespace hearth
