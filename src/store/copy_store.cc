#include "store/copy_store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "casebook/family_book.h"
#include "casebook/look_book.h"
#include "casebook/people_book.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

Result<void> bring_to_disk(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (done) return {};
  return failed(fmt::format("cannot bring {} to the disk", path.filename().string()));
}

// Rejects are copied as they are: somebody may be mending them.
Result<void> copy_file(const Kept& kept, const Lake& from, const Lake& to) {
  const auto source = from.path_of(kept);
  const auto target = to.path_of(kept);
  std::error_code code;
  if (kept.rejects && !fs::exists(source, code)) return {};
  fs::create_directories(target.parent_path(), code);
  if (!code) fs::copy_file(source, target, fs::copy_options::overwrite_existing, code);
  if (code) return failed(fmt::format("cannot copy {}: {}", kept.name, code.message()));
  HEARTH_TRY(bring_to_disk(target));
  const auto fault = kept.rejects ? std::string() : to.fault_of(kept);
  if (!fault.empty()) return failed("what was copied is not what was loaded: " + fault);
  return bring_to_disk(target.parent_path());
}

Result<Copied> copy(const std::vector<LoadEntry>& loads, const Lake& from, Store& to,
                    const CopyProgress& progress) {
  Copied copied;
  for (const auto& load : loads) {
    for (const auto& segment : load.segments) {
      HEARTH_TRY(copy_file(kept(segment), from, to.lake));
      ++copied.files;
      copied.bytes += segment.bytes;
    }
    progress(static_cast<std::size_t>(++copied.loads), loads.size());
  }
  HEARTH_TRY(to.casebook.restore(loads));
  return copied;
}

// Who is who and who is of which family, up to these runs.
struct LastRuns {
  std::int64_t of_people = INT64_MAX, of_families = INT64_MAX;
};

Result<void> copy_runs(Casebook& from, Casebook& to, const LastRuns& last) {
  PeopleBook people(from), people_there(to);
  Result<void> copied;
  HEARTH_TRY(people.each_run([&](const LinkRunEntry& run, const LinkModelEntry* model) {
    if (run.number > last.of_people) return false;
    copied = people_there.add(run, model);
    return copied.has_value();
  }));
  if (!copied) return copied;
  FamilyBook families(from), families_there(to);
  HEARTH_TRY(families.each_run([&](const FamilyRunEntry& run) {
    if (run.number > last.of_families) return false;
    copied = families_there.add(run);
    return copied.has_value();
  }));
  return copied;
}

Result<void> copy_looks(Casebook& from, Casebook& to) {
  LookBook source(from), target(to);
  return source.copy_to(target);
}

// Families first: each run of theirs goes by one of the linker that is there already.
Result<LastRuns> last_runs_of(Casebook& casebook) {
  const auto families = FamilyBook(casebook).last_run();
  if (!families) return std::unexpected(families.error());
  const auto people = PeopleBook(casebook).last_run();
  if (!people) return std::unexpected(people.error());
  return LastRuns{*people ? (*people)->number : 0, *families ? (*families)->number : 0};
}

}  // namespace

Result<Copied> back_up(Store& store, const fs::path& folder, Date on,
                       const CopyProgress& progress) {
  std::error_code code;
  if (fs::exists(folder, code)) return failed("there is something of that name already");
  auto unfinished = folder;
  unfinished += ".unfinished";
  fs::remove_all(unfinished, code);
  // Before the loads, so that it is of none that are not copied.
  const auto last = last_runs_of(store.casebook);
  if (!last) return std::unexpected(last.error());
  const auto loads = store.casebook.loads();
  if (!loads) return std::unexpected(loads.error());
  Result<Copied> copied;
  {
    auto to = Store::open_to_load(unfinished.string(), on, [] {});
    if (!to) return std::unexpected(to.error());
    copied = copy(*loads, store.lake, *to, progress);
    auto rest = copied ? copy_runs(store.casebook, to->casebook, *last) : Result<void>();
    if (copied && rest) rest = copy_looks(store.casebook, to->casebook);
    if (!rest) copied = std::unexpected(rest.error());
  }
  if (copied) fs::rename(unfinished, folder, code);
  if (copied && code) copied = failed("cannot give the backup its name: " + code.message());
  if (!copied) fs::remove_all(unfinished, code);
  return copied;
}

Result<Copied> restore(const fs::path& backup, const std::string& to, Date on,
                       const CopyProgress& progress) {
  auto from = Store::open_to_read(backup.string());
  if (!from) return std::unexpected(from.error());
  const auto loads = from->casebook.loads();
  if (!loads) return std::unexpected(loads.error());
  const auto broken = broken_seals(*loads);
  if (!broken.empty()) return failed("the backup is not sound: " + broken.front());
  PeopleBook people(from->casebook);
  const auto broken_runs = broken_seals(people);
  if (!broken_runs) return std::unexpected(broken_runs.error());
  if (!broken_runs->empty()) return failed("the backup is not sound: " + broken_runs->front());
  LookBook looks(from->casebook);
  const auto broken_looks = broken_seals(looks);
  if (!broken_looks) return std::unexpected(broken_looks.error());
  if (!broken_looks->empty()) return failed("the backup is not sound: " + broken_looks->front());
  FamilyBook families(from->casebook);
  const auto broken_families = broken_seals(families);
  if (!broken_families) return std::unexpected(broken_families.error());
  if (!broken_families->empty()) {
    return failed("the backup is not sound: " + broken_families->front());
  }
  auto store = Store::open_to_load(to, on, [] {});
  if (!store) return std::unexpected(store.error());
  auto copied = copy(*loads, from->lake, *store, progress);
  if (!copied) return copied;
  HEARTH_TRY(copy_runs(from->casebook, store->casebook, {}));
  HEARTH_TRY(copy_looks(from->casebook, store->casebook));
  return copied;
}

}  // namespace hearth
