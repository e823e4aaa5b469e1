// What stands in a store, as a folder of facts to read: made when a question first needs it, and
// read again by every question until the casebook has another row.
//
// A view is never trusted more than the store. It is named for all that the casebook says, so that
// no other load, day or correction can be answered from it; the segments it was made of are looked
// at again, and what is in it is held against its checksums, each time it is used.
#pragma once

#include "store/facts_view.h"
#include "store/view_folder.h"

namespace hearth {

class View {
 public:
  // An Error names the first segment that is not what it was, as write_view does.
  static Result<View> open(Store& store, const ViewRequest& request);

  std::filesystem::path facts() const { return folder_.facts(); }
  // Rows that were sent by then and set aside, and so are in no answer.
  std::int64_t rows_aside() const { return rows_aside_; }

 private:
  View(ViewFolder folder, std::int64_t rows_aside)
      : folder_(std::move(folder)), rows_aside_(rows_aside) {}

  ViewFolder folder_;
  std::int64_t rows_aside_ = 0;
};

// What the names of all views of these loads begin with.
std::string view_stem(const std::vector<LoadEntry>& loads);

}  // namespace hearth
