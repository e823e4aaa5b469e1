#include "store/verify.h"

#include <fmt/format.h>

#include "casebook/family_book.h"
#include "casebook/look_book.h"
#include "casebook/people_book.h"
#include "table/database.h"

namespace hearth {
namespace {

class Verifying {
 public:
  Verifying(Store& store, Database& database) : store_(store), database_(database) {}

  void check(const LoadEntry& load) {
    ++verified_.loads;
    for (const auto& segment : load.segments) {
      if (segment.kind == kRejects) {
        check_rejects(segment);
      } else {
        check_segment(segment);
      }
    }
  }

  Result<void> look_for_leftovers(const std::vector<LoadEntry>& loads) {
    const auto names = listed(loads);
    const auto found = store_.lake.leftovers(names.segments, names.rejects);
    if (!found) return std::unexpected(found.error());
    if (!found->empty()) {
      verified_.notes.push_back(
          fmt::format("{} files are of no load: one is under way, or did not end; the next load "
                      "removes what is left over",
                      found->size()));
    }
    return {};
  }

  Verified take() && { return std::move(verified_); }
  void fault(std::string words) { verified_.faults.push_back(std::move(words)); }

 private:
  void check_segment(const SegmentEntry& segment) {
    ++verified_.segments;
    verified_.rows += segment.rows;
    verified_.bytes += segment.bytes;
    if (const auto wrong = store_.lake.fault_of(kept(segment)); !wrong.empty()) {
      return fault("lake/" + wrong);
    }
    const auto path = store_.lake.segment_path(segment.name).string();
    const auto rows = database_.number(
        sql("select count(*)::bigint from read_parquet({})", literal(path)), "count rows");
    if (!rows) return fault(fmt::format("lake/{}: it cannot be read", segment.name));
    if (*rows != segment.rows) {
      fault(fmt::format("lake/{}: it has {} rows and the casebook says {}", segment.name, *rows,
                        segment.rows));
    }
  }

  // People mend these where they lie; that they are gone is worth a word, that they changed is not.
  void check_rejects(const SegmentEntry& segment) {
    std::error_code code;
    if (!std::filesystem::exists(store_.lake.rejects_path(segment.name), code)) {
      verified_.notes.push_back(fmt::format("rejects/{}: it is gone, and with it {} rows set aside",
                                            segment.name, segment.rows));
    }
  }

  Store& store_;
  Database& database_;
  Verified verified_;
};

}  // namespace

Result<Verified> verify(Store& store,
                        const std::function<void(std::size_t, std::size_t)>& progress) {
  auto database = Database::open(1);
  if (!database) return std::unexpected(database.error());
  const auto loads = store.casebook.loads();
  if (!loads) return std::unexpected(loads.error());
  Verifying verifying(store, *database);
  if (const auto sound = store.casebook.check_itself(); !sound) {
    verifying.fault(sound.error().message);
  }
  for (auto& broken : broken_seals(*loads)) verifying.fault(std::move(broken));
  PeopleBook people(store.casebook);
  auto broken_runs = broken_seals(people);
  if (!broken_runs) return std::unexpected(broken_runs.error());
  for (auto& broken : *broken_runs) verifying.fault(std::move(broken));
  LookBook looks(store.casebook);
  auto broken_looks = broken_seals(looks);
  if (!broken_looks) return std::unexpected(broken_looks.error());
  for (auto& broken : *broken_looks) verifying.fault(std::move(broken));
  FamilyBook families(store.casebook);
  auto broken_families = broken_seals(families);
  if (!broken_families) return std::unexpected(broken_families.error());
  for (auto& broken : *broken_families) verifying.fault(std::move(broken));
  std::size_t done = 0;
  for (const auto& load : *loads) {
    verifying.check(load);
    progress(++done, loads->size());
  }
  HEARTH_TRY(verifying.look_for_leftovers(*loads));
  return std::move(verifying).take();
}

}  // namespace hearth
