#include "store/leave_look.h"

#include "store/store.h"

namespace hearth {

Result<void> leave_look(const std::string& store, LookEntry look) {
  // A store that is not there is not made.
  if (const auto there = Store::open_to_read(store); !there) return std::unexpected(there.error());
  const auto address = StoreAddress::of(store);
  auto casebook = Casebook::open(address->casebook, Access::Write);
  auto left = casebook ? LookBook(*casebook).add(std::move(look)) : Result<void>();
  if (casebook && left) return {};
  return failed(
      "nothing is shown: that somebody looks at families is first written into the store, and it "
      "could not be: " +
      (casebook ? left : Result<void>(std::unexpected(casebook.error()))).error().message +
      "; whoever asks needs the right to write to its casebook");
}

}  // namespace hearth
