// A folder for the facts of one question, gone when the question is answered.
//
// It lies in the store, which is as well guarded as what is in it; where nobody may write there, in
// the system's folder for such things, for its owner alone. Its owner holds a lock in it, so that
// what a killed process leaves can be told from what is in use.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "lake/lake.h"

namespace hearth {

class ViewFolder {
 public:
  static Result<ViewFolder> make(const Lake& lake);
  ~ViewFolder();
  ViewFolder(ViewFolder&& other) noexcept;
  ViewFolder& operator=(ViewFolder&&) = delete;

  std::filesystem::path facts() const { return folder_ / "facts"; }

 private:
  ViewFolder(std::filesystem::path folder, int lock) : folder_(std::move(folder)), lock_(lock) {}

  std::filesystem::path folder_;
  int lock_ = -1;
};

// Removes the folders whose owners are gone. Nothing depends on its success.
void sweep_views(const Lake& lake);

}  // namespace hearth
