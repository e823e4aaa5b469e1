#include "membership/correct_in_store.h"

#include <set>

#include "membership/kept_families.h"

namespace hearth::membership {
namespace {

std::string day_or_nothing(std::optional<Date> day) { return day ? to_text(*day) : std::string(); }

}  // namespace

Result<std::string> correct_in_store(const CorrectRequest& request) {
  // A store that is not there is not made: there would be nobody in it.
  auto store = Store::open_to_read(request.store);
  if (!store) return std::unexpected(store.error());
  store = Store::open_to_load(request.store, request.on, request.waiting);
  if (!store) return std::unexpected(store.error());
  FamilyBook book(store->casebook);
  const auto last = book.last_run();
  if (!last) return std::unexpected(last.error());
  if (!*last) return std::unexpected(never_formed());
  const auto families = book.families((*last)->number);
  if (!families) return std::unexpected(families.error());
  std::set<std::string_view> people;
  for (const auto& family : *families) {
    for (const auto& member : family.members) people.insert(member.person);
  }
  if (!people.contains(request.person)) return "nobody in the store has the first id";
  if (!people.contains(request.other)) return "nobody in the store has the second id";
  FamilyRunEntry run{(*last)->number + 1, request.on, (*last)->people_run, (*last)->loads, {}};
  run.decisions.push_back({request.on, std::string(families::kRulings[std::size_t(request.ruling)]),
                           request.person, request.other, day_or_nothing(request.first),
                           day_or_nothing(request.last), request.by, request.because});
  run.seal = seal_of(run, (*last)->seal);
  HEARTH_TRY(book.add(run));
  return std::string();
}

}  // namespace hearth::membership
