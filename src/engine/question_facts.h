// The facts folder a question is asked of: one that is there, or the view of a store. It stays as
// it is while this object lives.
#pragma once

#include <optional>
#include <string>

#include "identity/doubts_on.h"
#include "store/view.h"

namespace hearth {

class QuestionFacts {
 public:
  // One of the two is empty. `without`: doubtful links of the store that are to count as none.
  static Result<QuestionFacts> open(const std::string& facts, const std::string& store,
                                    const ViewRequest& request,
                                    const std::vector<identity::DoubtOn>& without = {});

  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
  std::optional<View> view_;
};

}  // namespace hearth
