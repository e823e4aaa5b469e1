// A folder for the facts that questions over a store read.
//
// It lies in the store, which is as well guarded as what is in it; where nobody may write there, in
// the system's folder for such things; for its owner alone in either. Whoever makes or reads it
// holds a shared lock in it, so that what nobody uses can be told from what is in use. What is in
// it, and whether that is still right, is not for this file to say.
#pragma once

#include <filesystem>
#include <optional>

#include "base/result.h"
#include "lake/lake.h"

namespace hearth {

class ViewFolder {
 public:
  // A new one, gone with this object unless it is kept.
  static Result<ViewFolder> make(const Lake& lake);
  // The one of our own that was kept under the name, if there is one and nobody is removing it.
  static std::optional<ViewFolder> kept(const Lake& lake, const std::string& name);
  ~ViewFolder();
  ViewFolder(ViewFolder&& other) noexcept;
  ViewFolder& operator=(ViewFolder&&) = delete;

  std::filesystem::path path() const { return folder_; }
  std::filesystem::path facts() const { return folder_ / "facts"; }

  // Gives it the name, from one instant to the next, for questions to come. It stays ours alone,
  // and goes with this object, where the store has one of that name or is not where it lies.
  void keep(const Lake& lake, const std::string& name);

 private:
  ViewFolder(std::filesystem::path folder, int lock, bool goes)
      : folder_(std::move(folder)), lock_(lock), goes_(goes) {}

  std::filesystem::path folder_;
  int lock_ = -1;
  bool goes_ = true;  // with this object
};

// Removes what nobody uses: folders that were never kept, those whose name does not begin so, and
// of the rest all but the few used last. Nothing depends on its success.
void sweep_views(const Lake& lake, std::string_view stands);

}  // namespace hearth
