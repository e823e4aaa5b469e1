#include "store/load_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "casebook/people_book.h"
#include "intake/load.h"
#include "store/load_account.h"
#include "store/read_load.h"
#include "store/replaced.h"
#include "store/view.h"

namespace hearth {
namespace {

constexpr std::string_view kHowToCover =
    "nothing was loaded: it is not known which days the files tell everything of, and without that "
    "no absence can ever be told. There are three ways to say it:\n"
    "  the file says it: in its name or inside, where the feed's [load] part looks for it\n"
    "  you say it: --covers 2024-09-01..2024-12-20\n"
    "  the feed says it: give its TOML file a [load] part, for every file to come";

class FilesLoading {
 public:
  FilesLoading(const Feed& feed, const Catalogue& catalogue, const LoadRequest& request)
      : feed_(feed), catalogue_(catalogue), request_(request), options_(request.options) {
    if (!options_.received) options_.received = request.on;
  }

  Result<LoadAnswer> run() {
    const auto done = steps();
    if (!done) return std::unexpected(done.error());
    return std::move(answer_);
  }

 private:
  Result<void> steps() {
    const auto gathered = gather_loads(feed_, options_, answer_.diagnostics);
    if (!gathered) return std::unexpected(gathered.error());
    if (answer_.diagnostics.has_errors() || gathered->empty()) {
      return refuse("nothing was loaded: a file cannot be read as one of this feed");
    }
    auto store = Store::open_to_load(request_.store, request_.on, request_.waiting);
    if (!store) return std::unexpected(store.error());
    auto before = store->casebook.loads();
    if (!before) return std::unexpected(before.error());
    const auto linked = PeopleBook(store->casebook).last_run();
    if (!linked) return std::unexpected(linked.error());
    is_linked_ = linked->has_value();
    if (request_.mends != 0 && !mend(*before)) return {};
    if (!all_covered(*gathered)) return refuse(kHowToCover);
    auto done = read_all(*gathered, *store, *before);
    if (done && answer_.refused.empty()) return commit(*store, *before);
    // Whatever was written is of no use to anybody.
    const auto names = listed(*before);
    (void)store->lake.sweep(names.segments, names.rejects);
    return done;
  }

  Result<void> read_all(const std::vector<Load>& loads, const Store& store,
                        const std::vector<LoadEntry>& before) {
    for (const auto& load : loads) {
      HEARTH_TRY(read(load, store, before));
      if (!answer_.refused.empty()) break;
    }
    return {};
  }

  Result<void> refuse(std::string_view why) {
    answer_.refused = why;
    return {};
  }

  // The days a mending load is about are those of the load it mends.
  bool mend(const std::vector<LoadEntry>& before) {
    const auto found = std::ranges::find(before, request_.mends, &LoadEntry::number);
    if (found == before.end() || found->feed != feed_.name) {
      answer_.refused =
          fmt::format("there is no load {} of the feed `{}` to mend", request_.mends, feed_.name);
      return false;
    }
    mends_ = found->place();
    if (!options_.covers) options_.covers = Stretch{found->first, found->last};
    return true;
  }

  bool all_covered(const std::vector<Load>& loads) const {
    return options_.covers ||
           std::ranges::all_of(loads, [](const Load& load) { return load.period.has_value(); });
  }

  Result<LoadEntry> entry_of(const Load& load) const {
    LoadEntry entry;
    entry.feed = feed_.name;
    entry.source = load.form->source;
    entry.term = load.term;
    const auto days = options_.covers ? *options_.covers : *load.period;
    entry.first = days.first;
    entry.last = days.last;
    entry.known_on = load.made_on.value_or(*options_.received);
    entry.loaded_on = request_.on;
    entry.mends = mends_;
    for (const auto& file : load.files) {
      const auto sum = checksum_of(file.path);
      if (!sum) return std::unexpected(sum.error());
      entry.files.push_back({file.name, sum->bytes, sum->sha256});
    }
    entry.content = content_of(entry);
    return entry;
  }

  Result<void> read(const Load& load, const Store& store, const std::vector<LoadEntry>& before) {
    auto entry = entry_of(load);
    if (!entry) return std::unexpected(entry.error());
    const auto same = std::ranges::find(before, entry->content, &LoadEntry::content);
    if (same != before.end()) {
      answer_.account +=
          fmt::format("load {} of {} has the same files for the same days: nothing was changed\n",
                      same->number, to_text(same->loaded_on));
      return {};
    }
    entry->number = std::ssize(before) + std::ssize(read_) + 1;
    auto read = read_load(load, std::move(*entry), store.lake,
                          {catalogue_, options_, request_.on, is_linked_, request_.progress});
    if (!read) return std::unexpected(read.error());
    answer_.diagnostics.take(std::move(read->diagnostics));
    const auto rows = rows_read(read->entry);
    if (rows > 0 && rows == rows_set_aside(read->entry)) {
      return refuse("nothing was loaded: every row of a load had to be set aside");
    }
    // Of what is there; two loads of one command tell of different days, or would be one.
    // A damaged segment is no reason to refuse what may well be its cure.
    auto replaced = replaced_by(read->entry, before, store.lake);
    read->replaced = replaced ? std::move(*replaced)
                              : std::vector{"it cannot be told: " + replaced.error().message};
    answer_.set_aside |= rows_set_aside(read->entry) > 0;
    read_.push_back(std::move(*read));
    return {};
  }

  Result<void> commit(Store& store, std::vector<LoadEntry>& before) {
    if (read_.empty()) return {};
    std::vector<LoadEntry> entries;
    for (const auto& read : read_) entries.push_back(read.entry);
    // One that failed may yet have been done: the connection broke after it, or the disk refused to
    // say that it has it. Only who opens the casebook anew can know, so nothing is swept here.
    const auto committed = store.casebook.commit(std::move(entries));
    if (!committed) {
      return failed(committed.error().message +
                    "; give the same files again: they are loaded if they are not there");
    }
    for (const auto& read : read_) {
      answer_.account += account_of(read, before);
      before.push_back(read.entry);
    }
    answer_.loaded = static_cast<int>(read_.size());
    sweep_views(store.lake, view_stem(before));
    return {};
  }

  const Feed& feed_;
  const Catalogue& catalogue_;
  const LoadRequest& request_;
  ImportOptions options_;
  std::int64_t mends_ = 0;
  bool is_linked_ = false;  // the store's people were ever
  std::vector<ReadLoad> read_;
  LoadAnswer answer_;
};

}  // namespace

Result<LoadAnswer> load_files(const Feed& feed, const Catalogue& catalogue,
                              const LoadRequest& request) {
  return FilesLoading(feed, catalogue, request).run();
}

}  // namespace hearth
