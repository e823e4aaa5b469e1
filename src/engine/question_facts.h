// The facts folder a question is asked of: one that is there, or the view of a store. It stays as
// it is while this object lives.
#pragma once

#include <optional>
#include <string>

#include "store/view.h"

namespace hearth {

class QuestionFacts {
 public:
  // One of the two is empty.
  static Result<QuestionFacts> open(const std::string& facts, const std::string& store,
                                    const ViewRequest& request);

  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
  std::optional<View> view_;
};

}  // namespace hearth
