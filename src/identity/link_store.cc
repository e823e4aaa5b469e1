#include "identity/link_store.h"

#include <algorithm>

#include "identity/doubts.h"
#include "link/draft_model.h"
#include "link/fillers.h"
#include "link/read_model.h"

namespace hearth::identity {
namespace {

namespace fs = std::filesystem;

class Linking {
 public:
  Linking(const LinkStoreRequest& request, Store& store)
      : request_(request),
        store_(store),
        book_(store.casebook),
        folder_(store.lake.folder() / "links") {}

  Result<LinkStoreAnswer> run() {
    HEARTH_TRY(look_back());
    if (request_.retrain || last_.number == 0 || is_another_model()) {
      HEARTH_TRY(learn_anew());
    } else {
      HEARTH_TRY(go_on());
    }
    if (!answer_.diagnostics.has_errors() && !nothing_to_do()) HEARTH_TRY(look_at_rows());
    return std::move(answer_);
  }

 private:
  std::int64_t last_load() const { return loads_.empty() ? last_.loads : loads_.back().number; }

  // Of a day's run only the last are looked at: there may be many.
  Result<void> look_at_loads(std::int64_t after) {
    if (loads_after_ && *loads_after_ <= after) return {};
    auto loads = store_.casebook.loads(after);
    if (!loads) return std::unexpected(loads.error());
    loads_ = std::move(*loads);
    loads_after_ = after;
    return {};
  }

  // Nothing is to be looked at, and nothing was to be looked at again.
  bool nothing_to_do() const {
    return learnt_.model.fields.empty() || (!answer_.everything && last_.loads == last_load());
  }

  bool is_another_model() const {
    if (!request_.given) return false;
    const auto learnt = learnt_of(model_);
    return !learnt || !is_the_model_of(*learnt, request_.model);
  }

  Result<void> look_back() {
    auto last = book_.last_run();
    if (!last) return std::unexpected(last.error());
    if (*last) last_ = std::move(**last);
    if (last_.model != 0) {
      auto model = book_.model(last_.model);
      if (!model) return std::unexpected(model.error());
      if (!*model) return failed("the casebook is damaged: a model is gone; see hearth verify");
      model_ = std::move(**model);
    }
    return look_at_loads(last_.loads);
  }

  fs::path counts_path() const { return folder_ / counts_name(model_.number); }

  // By what was learnt before; whatever is gone of `links/` is made anew.
  Result<void> go_on() {
    auto learnt = learnt_of(model_);
    if (!learnt) return std::unexpected(learnt.error());
    learnt_ = std::move(*learnt);
    HEARTH_TRY(open_counts());
    auto known = KnownRows::open(folder_, store_.casebook, last_.loads, learnt_.sum());
    if (!known) return std::unexpected(known.error());
    answer_.everything = request_.anew || !*known;
    if (!answer_.everything) known_ = std::move(**known);
    return {};
  }

  Result<void> open_counts() {
    counts_ = ValueCounts::open(counts_path(), learnt_.sum());
    if (counts_) return {};
    auto rows = read_rows(0, model_.loads, learnt_.model);
    if (!rows) return std::unexpected(rows.error());
    drop_fillers(*rows, learnt_.model);
    return count(*rows);
  }

  Result<link::Sightings> read_rows(std::int64_t after, std::int64_t last,
                                    const link::Model& model) {
    request_.tell("reading");
    HEARTH_TRY(look_at_loads(after));
    auto read = read_loads(store_, loads_, after, last, model, request_.threads);
    if (!read) return std::unexpected(read.error());
    answer_.diagnostics.take(std::move(read->diagnostics));
    auto rows = std::move(read->sightings);
    keep_rows(rows, first_of_same(rows));
    link::count_values(rows);
    return rows;
  }

  void drop_fillers(link::Sightings& rows, const link::Model& model) {
    before_fillers_.clear();
    for (const auto& field : rows.fields) before_fillers_.push_back(field.of_row);
    answer_.diagnostics.take(link::drop_fillers(rows, model));
  }

  Result<void> count(const link::Sightings& rows) {
    HEARTH_TRY(ValueCounts::write(counts_path(), learnt_.sum(), rows, before_fillers_));
    counts_ = ValueCounts::open(counts_path(), learnt_.sum());
    return counts_ ? Result<void>() : failed("cannot read what was just written into links");
  }

  Result<void> learn_anew() {
    answer_.everything = true;
    auto model = request_.given ? link::with_agency_fields(request_.model)
                                : told_by_sightings(request_.model);
    if (!request_.given && last_.number != 0) {
      auto learnt = learnt_of(model_);
      if (!learnt) return std::unexpected(learnt.error());
      model = std::move(learnt->model);
    }
    auto rows = read_rows(0, last_load(), model);
    if (!rows) return std::unexpected(rows.error());
    if (rows->size() == 0) return {};
    drop_fillers(*rows, model);
    link::LinkQuestion question;
    question.model = model;
    question.retrain = request_.retrain;
    question.threads = request_.threads;
    learnt_ = learn(*rows, question, request_.tell, answer_.diagnostics);
    for (std::size_t i = model.fields.size(); i-- > 0;) {
      if (learnt_.model.find(model.fields[i].name) != nullptr) continue;
      rows->fields.erase(rows->fields.begin() + static_cast<std::ptrdiff_t>(i));
      before_fillers_.erase(before_fillers_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    model_ = {model_.number + 1, request_.on, last_load(), rules_text(learnt_),
              link::model_text(learnt_.model)};
    is_new_model_ = true;
    return count(*rows);
  }

  Result<void> look_at_rows() {
    const auto after = answer_.everything ? 0 : last_.loads;
    auto rows = read_rows(after, last_load(), learnt_.model);
    if (!rows) return std::unexpected(rows.error());
    keep_new(*rows);
    answer_.changed = true;
    answer_.loads = last_load() - after;
    answer_.rows = rows->size();
    answer_.known = known_.size() + rows->size();
    request_.tell("comparing candidate pairs");
    auto found =
        find_likely(learnt_, *counts_, known_, *rows, request_.threads, request_.tell_parts);
    answer_.candidates = found.candidates;
    auto content = content_of(*rows, found);
    request_.tell("forming clusters");
    HEARTH_TRY(form_people(std::move(*rows), found));
    return keep(std::move(content));
  }

  // Those that say something nobody of their number has said. Rows that differ in fillers alone are
  // the same; how common values are is the model's and no matter of which rows are kept.
  void keep_new(link::Sightings& rows) const {
    counts_->apply(rows, learnt_.model);
    auto wanted = first_of_same(rows);
    std::erase_if(
        wanted, [&](link::RowNumber row) { return known_.saying(rows.content[row]).has_value(); });
    keep_rows(rows, wanted);
  }

  KeysContent content_of(const link::Sightings& rows, const FoundPairs& found) const {
    KeysContent content;
    append_rows(content, rows);
    content.keys = found.keys;
    for (link::RowNumber row = 0; row < rows.size(); ++row) {
      const auto place = place_of(rows.inputs[rows.input_of[row]], rows.row_ids[row]);
      content.keys.push_back({content_key(rows.content[row]), known_.size() + row});
      content.keys.push_back({place_key(place), known_.size() + row});
    }
    std::ranges::sort(content.keys);
    for (const auto& pair : found.likely) {
      content.likely.push_back(pair);
      content.likely.push_back({{pair.rows.b, pair.rows.a}, pair.bits});
    }
    std::ranges::sort(content.likely, {}, &LikelyPair::rows);
    for (const auto& pair : found.apart) {
      content.apart.push_back(pair);
      content.apart.push_back({pair.b, pair.a});
    }
    std::ranges::sort(content.apart);
    return content;
  }

  Result<void> form_people(link::Sightings rows, const FoundPairs& found) {
    const auto decisions = book_.decisions();
    if (!decisions) return std::unexpected(decisions.error());
    auto changed =
        changed_clusters(learnt_, *counts_, known_, std::move(rows), found, book_, *decisions);
    if (!changed) return std::unexpected(changed.error());
    auto people = people_of(changed->sighted, *decisions, last_);
    people.take(changed->rows, changed->clusters, request_.on);
    HEARTH_TRY(record_doubts(learnt_, *changed, people, book_, request_.on));
    answer_.run = run_of(people, last_, request_.on);
    answer_.open = people.proposals().size();
    for (link::RowNumber row = 0; row < changed->rows.size(); ++row) {
      answer_.clusters.push_back(
          {place_of(changed->rows.inputs[changed->rows.input_of[row]], changed->rows.row_ids[row]),
           changed->clusters.of_row[row]});
    }
    return {};
  }

  // The keys first: without the run nobody looks at them.
  Result<void> keep(KeysContent content) {
    const auto first = answer_.everything ? 1 : last_.loads + 1;
    if (last_load() >= first) {
      HEARTH_TRY(write_known(folder_, known_,
                             {first, last_load(), loads_.back().seal, learnt_.sum(), known_.size()},
                             std::move(content)));
    }
    answer_.run.model = model_.number;
    answer_.run.loads = last_load();
    HEARTH_TRY(commit_run(book_, answer_.run, is_new_model_ ? &model_ : nullptr, last_.seal));
    sweep();
    return {};
  }

  void sweep() const {
    const auto needed = KnownRows::open(folder_, store_.casebook, last_load(), learnt_.sum());
    if (!needed || !*needed) return;
    std::vector<std::string> names = {counts_path().filename().string()};
    for (const auto& file : (*needed)->files()) {
      names.push_back(keys_name(file.of().first_load, file.of().last_load));
    }
    sweep_links(folder_, names);
  }

  const LinkStoreRequest& request_;
  Store& store_;
  PeopleBook book_;
  std::vector<LoadEntry> loads_;  // after that one
  std::optional<std::int64_t> loads_after_;
  fs::path folder_;
  LinkRunEntry last_;
  LinkModelEntry model_;
  bool is_new_model_ = false;
  Learnt learnt_;
  std::vector<std::vector<link::ValueNumber>> before_fillers_;  // by field
  std::optional<ValueCounts> counts_;
  KnownRows known_;
  LinkStoreAnswer answer_;
};

}  // namespace

Result<LinkStoreAnswer> link_store(const LinkStoreRequest& request) {
  auto store = Store::open_to_link(request.store, request.waiting);
  if (!store) return std::unexpected(store.error());
  return Linking(request, *store).run();
}

}  // namespace hearth::identity
