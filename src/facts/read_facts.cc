#include "facts/read_facts.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

#include "facts/facts_folder.h"
#include "facts/read_calendar.h"
#include "facts/read_people.h"
#include "facts/read_records.h"

namespace hearth {
namespace {

struct RecordFile {
  std::filesystem::path path;
  RecordTypeId type;
  std::uint32_t file_index = 0;
  std::optional<RecordBatch> batch;
  std::optional<Error> error;
  FileCount count;
  Diagnostics diagnostics;
  bool whole = false;
  std::optional<FactsFile> opened = {};
};

std::uintmax_t size_of(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

std::vector<RecordFile*> largest_first(std::vector<RecordFile>& files) {
  std::vector<RecordFile*> by_size;
  for (auto& file : files) by_size.push_back(&file);
  std::ranges::stable_sort(by_size, std::ranges::greater{},
                           [](const RecordFile* file) { return size_of(file->path); });
  return by_size;
}

class FolderReader {
 public:
  FolderReader(std::optional<Database> database, FactsFolder folder, const Catalogue& catalogue,
               const ReadOptions& options)
      : database_(std::move(database)),
        folder_(std::move(folder)),
        builder_(catalogue),
        options_(options),
        not_started_{options.begin_on} {}

  Result<void> read();
  ReadFacts finish() &&;

 private:
  Result<void> read_people_and_families();
  Result<void> read_everybody();
  Result<void> read_calendar_and_families();
  Result<void> read_members_and_records(std::vector<RecordFile>& files);
  void open_ahead(std::vector<RecordFile>& files);
  Result<void> read_household_members();
  void read_side_by_side(std::vector<RecordFile>& files, const std::function<void()>& members);
  std::vector<RecordFile> record_files();
  void close_people();
  Result<void> count_unread();
  void read_one(RecordFile& file);
  void close(FileAccount& account);
  bool wanted(RecordTypeId type) const {
    return options_.record_types.empty() || options_.record_types[type.index];
  }

  // Calls `read(FactsFile&)` if the folder has a file of that name.
  template <typename Read>
  Result<void> with_file(std::string_view name, Read read) {
    const auto* path = folder_.find(name);
    if (path == nullptr) return {};
    auto file = FactsFile::open(database_, *path);
    if (!file) return std::unexpected(file.error());
    HEARTH_TRY(read(*file));
    if (kMembersFile == name && !file->whole()) members_known_ = false;
    close(file->account());
    return {};
  }

  std::optional<Database> database_;
  FactsFolder folder_;
  FactsBuilder builder_;
  const ReadOptions& options_;
  Diagnostics diagnostics_;
  std::vector<FileCount> counts_;
  std::optional<FactsFile> people_;
  std::vector<std::int64_t> people_rows_;
  std::vector<bool> in_a_family_;
  NotStarted not_started_;
  bool members_known_ = true;
};

void FolderReader::close(FileAccount& account) {
  diagnostics_.take(account.finish());
  counts_.push_back(account.count());
}

Result<void> FolderReader::read() {
  diagnostics_.take(std::move(folder_.diagnostics));
  auto files = record_files();
  {
    const std::jthread ahead([&] { open_ahead(files); });
    HEARTH_TRY(read_people_and_families());
  }
  HEARTH_TRY(read_members_and_records(files));
  close_people();
  return count_unread();
}

// None of these files knows of another. Who reads one only asks the builder for the number of its
// file, which is given before.
Result<void> FolderReader::read_people_and_families() {
  for (const auto name : {kPeopleFile, kFamiliesFile}) {
    if (const auto* path = folder_.find(name)) builder_.file(path->filename().string());
  }
  Result<void> others;
  {
    const std::jthread beside([&] { others = read_calendar_and_families(); });
    HEARTH_TRY(read_everybody());
  }
  return others;
}

Result<void> FolderReader::read_everybody() {
  if (const auto* path = folder_.find(kPeopleFile)) {
    auto file = FactsFile::open(database_, *path);
    if (!file) return std::unexpected(file.error());
    people_ = std::move(*file);
    HEARTH_TRY(read_people(*people_, builder_, people_rows_));
  }
  members_known_ = people_ && people_->whole() && folder_.find(kMembersFile) != nullptr;
  in_a_family_.assign(builder_.person_count(), folder_.find(kMembersFile) == nullptr);
  return {};
}

Result<void> FolderReader::read_calendar_and_families() {
  HEARTH_TRY(with_file(kTermsFile, [&](FactsFile& file) { return read_terms(file, builder_); }));
  HEARTH_TRY(
      with_file(kCoverageFile, [&](FactsFile& file) { return read_coverage(file, builder_); }));
  HEARTH_TRY(with_file(
      kFamiliesFile, [&](FactsFile& file) { return read_families(file, builder_, not_started_); }));
  return {};
}

Result<void> FolderReader::read_household_members() {
  return with_file(kMembersFile,
                   [&](FactsFile& file) { return read_members(file, builder_, in_a_family_); });
}

// The people's account is closed late, for only the members tell who is in no family.
void FolderReader::close_people() {
  if (!people_) return;
  if (members_known_) note_people_in_no_family(people_->account(), people_rows_, in_a_family_);
  close(people_->account());
}

// A Parquet file that is open is already being decoded, so the files that will be read first are
// opened while the people are read. No more of them: what is decoded waits in memory.
void FolderReader::open_ahead(std::vector<RecordFile>& files) {
  auto by_size = largest_first(files);
  by_size.resize(std::min<std::size_t>(by_size.size(), static_cast<std::size_t>(options_.threads)));
  for (auto* file : by_size) {
    auto opened = FactsFile::open(database_, file->path);
    if (opened) file->opened = std::move(*opened);
  }
}

void FolderReader::read_one(RecordFile& file) {
  auto opened = file.opened ? Result<FactsFile>(std::move(*file.opened))
                            : FactsFile::open(database_, file.path);
  if (!opened) {
    file.error = opened.error();
    return;
  }
  auto batch = read_records(*opened, builder_, file.type, file.file_index);
  if (!batch) {
    file.error = batch.error();
    return;
  }
  file.batch = std::move(*batch);
  file.whole = opened->whole();
  if (!file.whole && builder_.is_covered(file.type)) {
    opened->account().note(kCoverageNotUsed, 0, {}, builder_.catalogue()[file.type].name);
  }
  file.diagnostics = opened->account().finish();
  file.count = opened->account().count();
}

std::vector<RecordFile> FolderReader::record_files() {
  std::vector<RecordFile> files;
  for (const auto& [name, path] : folder_.files) {
    const auto type = builder_.catalogue().record_type(name);
    if (!type || !wanted(*type)) continue;
    files.push_back({path, *type, builder_.file(path.filename().string()), {}, {}, {}, {}});
  }
  return files;
}

// Several files at once, the largest first, so that no thread is left with a long one when the
// others are done. The members come after the largest: no record needs them.
void FolderReader::read_side_by_side(std::vector<RecordFile>& files,
                                     const std::function<void()>& members) {
  std::vector<std::function<void()>> jobs;
  for (auto* file : largest_first(files)) jobs.emplace_back([this, file] { read_one(*file); });
  jobs.insert(jobs.empty() ? jobs.end() : jobs.begin() + 1, members);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (auto i = next++; i < jobs.size(); i = next++) jobs[i]();
  };
  std::vector<std::jthread> workers;
  for (int i = 1; i < options_.threads; ++i) workers.emplace_back(work);
  work();
}

// Until all files are read the builder is only asked who is who.
Result<void> FolderReader::read_members_and_records(std::vector<RecordFile>& files) {
  Result<void> members;
  read_side_by_side(files, [&] { members = read_household_members(); });
  HEARTH_TRY(members);
  for (auto& file : files) {
    if (file.error) return std::unexpected(*file.error);
    std::move(*file.batch).add_to(builder_);
    if (!file.whole) builder_.forget_coverage(file.type);
    diagnostics_.take(std::move(file.diagnostics));
    counts_.push_back(file.count);
  }
  return {};
}

Result<void> FolderReader::count_unread() {
  for (const auto& path : folder_.unread) {
    auto file = FactsFile::open(database_, path);
    if (!file) return std::unexpected(file.error());
    HEARTH_TRY(file->set_all_aside());
    const auto name = path.stem().string();
    const auto type = builder_.catalogue().record_type(name);
    if (type && builder_.is_covered(*type)) {
      file->account().note(kCoverageNotUsed, 0, {}, name);
      builder_.forget_coverage(*type);
    }
    close(file->account());
  }
  return {};
}

ReadFacts FolderReader::finish() && {
  std::ranges::sort(counts_, {}, &FileCount::file);
  diagnostics_.sort();
  return {std::move(builder_).build(options_.known_by), std::move(diagnostics_), std::move(counts_),
          members_known_, std::move(not_started_.families)};
}

// Who reads a file decodes it too. Threads of the database's own may decode ahead, but they and the
// readers wait for one another by looking again and again, so one thread fewer is asked for.
Result<Database> open_database(int threads) { return Database::open(threads - 1); }

Result<Database> started_database(const ReadOptions& options) {
  if (options.database && options.database->valid()) return options.database->get();
  return open_database(options.threads);
}

}  // namespace

DatabaseAhead database_ahead(const std::string& folder, int threads) {
  std::error_code ignored;  // who reads the folder will meet it again
  const auto people = std::filesystem::path(folder) / fmt::format("{}.parquet", kPeopleFile);
  if (!std::filesystem::exists(people, ignored)) return nullptr;
  return std::make_shared<std::future<Result<Database>>>(
      std::async(std::launch::async, [threads] { return open_database(threads); }));
}

Result<ReadFacts> read_facts(const std::string& folder, const Catalogue& catalogue,
                             const ReadOptions& options) {
  auto listed = list_facts_folder(folder, catalogue);
  if (!listed) return std::unexpected(listed.error());
  std::optional<Database> database;
  if (listed->has_parquet()) {
    auto opened = started_database(options);
    if (!opened) return std::unexpected(opened.error());
    database = std::move(*opened);
  }
  FolderReader reader(std::move(database), std::move(*listed), catalogue, options);
  HEARTH_TRY(reader.read());
  return std::move(reader).finish();
}

}  // namespace hearth
