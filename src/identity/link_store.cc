#include "identity/link_store.h"

#include <algorithm>

#include "identity/doubts.h"
#include "identity/keep_known.h"
#include "identity/sighted_rows.h"
#include "link/draft_model.h"
#include "link/fillers.h"
#include "link/read_model.h"
#include "links/write_known.h"

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

  fs::path counts_path() const { return folder_ / links::counts_name(model_.number); }

  // By what was learnt before; whatever is gone of `links/` is made anew.
  Result<void> go_on() {
    auto learnt = learnt_of(model_);
    if (!learnt) return std::unexpected(learnt.error());
    learnt_ = std::move(*learnt);
    sum_ = learnt_.sum();
    HEARTH_TRY(open_counts());
    auto known = links::KnownRows::open(folder_, store_.casebook, last_.loads, sum_);
    if (!known) return std::unexpected(known.error());
    answer_.everything = request_.anew || !*known;
    if (!answer_.everything) known_ = std::move(**known);
    return {};
  }

  Result<void> open_counts() {
    counts_ = links::ValueCounts::open(counts_path(), sum_);
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
    HEARTH_TRY(links::ValueCounts::write(counts_path(), sum_, rows, before_fillers_));
    counts_ = links::ValueCounts::open(counts_path(), sum_);
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
    sum_ = learnt_.sum();
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
    auto content = content_of(*rows, known_);
    const auto keys = rule_keys(learnt_, *rows, request_.threads);
    put_keys(keys, known_.size(), content);
    HEARTH_TRY(look_at_decisions());
    HEARTH_TRY(known_.empty() ? look_at_all(*rows, keys, content) : look_at_new(keys, content));
    return keep(std::move(content));
  }

  // Those that say something nobody of their number has said. Rows that differ in fillers alone are
  // the same; how common values are is the model's and no matter of which rows are kept.
  void keep_new(link::Sightings& rows) const {
    counts_->apply(rows, learnt_.model);
    auto wanted = first_of_same(rows);
    for (const auto row : wanted) known_.fetch(links::content_key(rows.content[row]));
    std::erase_if(
        wanted, [&](link::RowNumber row) { return known_.saying(rows.content[row]).has_value(); });
    keep_rows(rows, wanted);
  }

  // Nobody was known: all rows are new, and their clusters too.
  Result<void> look_at_all(const link::Sightings& rows, const RuleKeys& keys,
                           links::KeysContent& content) {
    const auto found = find_likely(learnt_, rows, keys, request_.threads, request_.tell_parts);
    answer_.candidates = found.candidates;
    put_pairs(found, content);
    request_.tell("forming clusters");
    auto sighted = book_.sighted();
    if (!sighted) return std::unexpected(sighted.error());
    return form_people(all_clusters(learnt_, rows, found, decisions_, std::move(*sighted)),
                       content);
  }

  // What is new is asked as what is known.
  Result<void> look_at_new(const RuleKeys& keys, links::KeysContent& content) {
    links::KeysOf of;
    of.first_row = known_.size();
    of.values_before = known_.values();
    auto all = known_.and_those_at(links::KeysFile::at_hand(of, content));
    const auto found = find_likely(learnt_, *counts_, all, of.first_row, keys, request_.threads,
                                   request_.tell_parts);
    answer_.candidates = found.candidates;
    put_pairs(found, content);
    request_.tell("forming clusters");
    all = known_.and_those_at(links::KeysFile::at_hand(of, content));
    std::vector<links::RowId> from;
    for (auto row = of.first_row; row < all.size(); ++row) from.push_back(row);
    for (const auto& pair : found.apart) {
      from.push_back(pair.a);
      from.push_back(pair.b);
    }
    return form_people(changed_clusters(learnt_, *counts_, all, from, decisions_), content);
  }

  Result<void> look_at_decisions() {
    auto decisions = book_.decisions();
    if (!decisions) return std::unexpected(decisions.error());
    decisions_ = std::move(*decisions);
    return {};
  }

  Result<void> form_people(const ChangedClusters& changed, links::KeysContent& content) {
    auto people = people_of(changed.sighted, decisions_, last_);
    people.take(key_of(changed), changed.clusters, request_.on);
    put_people(people, known_.size(), content);
    links::regroup(content, known_.size(), changed.regrouped);
    HEARTH_TRY(record_doubts(changed, people, book_, request_.on));
    answer_.run = run_of(people, last_, request_.on);
    answer_.open = people.proposals().size();
    for (link::RowNumber row = 0; row < changed.places.size(); ++row) {
      answer_.clusters.push_back({changed.places[row], changed.clusters.of_row[row]});
    }
    return {};
  }

  // The keys first: without the run nobody looks at them.
  Result<void> keep(links::KeysContent content) {
    const auto first = answer_.everything ? 1 : last_.loads + 1;
    const auto* model = is_new_model_ ? &model_ : nullptr;
    answer_.run.model = model_.number;
    answer_.run.loads = last_load();
    answer_.run.seal = seal_of(answer_.run, model, last_.seal);
    if (last_load() >= first) {
      HEARTH_TRY(links::write_known(folder_, known_,
                                    {first, last_load(), loads_.back().seal, answer_.run.number,
                                     answer_.run.seal, sum_, known_.size(), known_.values()},
                                    std::move(content)));
    }
    HEARTH_TRY(book_.add(answer_.run, model));
    sweep();
    return {};
  }

  void sweep() const {
    const auto needed = links::KnownRows::open(folder_, store_.casebook, last_load(), sum_);
    if (!needed || !*needed) return;
    std::vector<std::string> names = {counts_path().filename().string()};
    for (const auto& file : (*needed)->files()) {
      names.push_back(links::keys_name(file.of().first_load, file.of().last_load));
    }
    links::sweep_links(folder_, names);
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
  std::string sum_;                                             // of what was learnt
  std::vector<std::vector<link::ValueNumber>> before_fillers_;  // by field
  std::optional<links::ValueCounts> counts_;
  links::KnownRows known_;
  std::vector<PersonEventEntry> decisions_;
  LinkStoreAnswer answer_;
};

}  // namespace

Result<LinkStoreAnswer> link_store(const LinkStoreRequest& request) {
  auto store = Store::open_to_link(request.store, request.waiting);
  if (!store) return std::unexpected(store.error());
  return Linking(request, *store).run();
}

}  // namespace hearth::identity
