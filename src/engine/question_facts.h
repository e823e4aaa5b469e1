// The facts folder a question is asked of: one that is there, or the view of a store. It stays as
// it is while this object lives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "identity/doubts_on.h"
#include "store/view.h"

namespace hearth {

// Fills in who is who and who is of which family, as they were on the day the request names. The
// store must outlive it. Answers what whoever asks should know of that, or nothing.
Result<std::string> tell_people_and_families(Store& store, ViewRequest& request);

class QuestionFacts {
 public:
  // One of the two is empty. `without`: doubtful links of the store that are to count as none.
  static Result<QuestionFacts> open(const std::string& facts, const std::string& store,
                                    const ViewRequest& request,
                                    const std::vector<identity::DoubtOn>& without = {});

  const std::string& folder() const { return folder_; }
  // Of families that wait to be formed, and of rows that were set aside.
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  std::string folder_;
  std::vector<std::string> notes_;
  std::optional<View> view_;
};

}  // namespace hearth
