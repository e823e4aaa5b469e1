#include "membership/form_in_store.h"

#include <algorithm>
#include <set>

#include "casebook/people_book.h"
#include "families/form_families.h"
#include "families/lasting_ids.h"
#include "families/named_families.h"
#include "families/read_told.h"
#include "identity/kept_people.h"
#include "identity/who_on.h"
#include "membership/kept_families.h"
#include "store/told_tables.h"
#include "store/view_folder.h"

namespace hearth::membership {
namespace {

Error never_linked() {
  return Error{"nobody was linked in this store yet: hearth link --store does it"};
}

class Forming {
 public:
  Forming(const FormRequest& request, Store& store) : request_(request), store_(store) {}

  Result<FormAnswer> run() {
    HEARTH_TRY(look_back());
    request_.tell("reading");
    HEARTH_TRY(read());
    HEARTH_TRY(take_decisions());
    // What was told and decided is frozen.
    request_.tell("forming families");
    HEARTH_TRY(form());
    request_.tell("writing");
    HEARTH_TRY(keep());
    return std::move(answer_);
  }

 private:
  Result<void> look_back() {
    auto linked = PeopleBook(store_.casebook).last_run();
    if (!linked) return std::unexpected(linked.error());
    if (!*linked) return std::unexpected(never_linked());
    linked_ = std::move(**linked);
    FamilyBook book(store_.casebook);
    auto last = book.last_run();
    if (!last) return std::unexpected(last.error());
    if (*last) last_ = std::move(**last);
    auto before = book.families(last_.number);
    if (!before) return std::unexpected(before.error());
    before_ = std::move(*before);
    return {};
  }

  Result<void> read() {
    auto loads = store_.casebook.loads();
    if (!loads) return std::unexpected(loads.error());
    answer_.waiting_loads =
        std::erase_if(*loads, [&](const LoadEntry& load) { return load.number > linked_.loads; });
    const auto source = identity::who_on(store_, {});
    if (!source) return std::unexpected(source.error());
    const auto who = source->read();
    if (!who) return std::unexpected(who.error());
    const auto folder = ViewFolder::make(store_.lake);
    if (!folder) return std::unexpected(folder.error());
    const auto files = write_told(store_, *loads, *who, request_.threads, folder->path());
    if (!files) return std::unexpected(files.error());
    families::ToldTables tables;
    if (files->rows > 0) tables.sightings.push_back(files->sightings);
    if (!files->relations.empty()) tables.relationships.push_back(files->relations);
    tables.places = request_.places;
    auto told = families::read_told(tables);
    if (!told) return std::unexpected(told.error());
    take(*files, std::move(*told));
    return {};
  }

  void take(const ToldFiles& files, families::ReadTold read) {
    answer_.sightings = files.rows;
    answer_.related = files.related;
    answer_.left_out = files.left_out;
    answer_.homeless = read.homeless;
    // Between sightings and relations, whose rows were sound when they were loaded.
    for (const auto& count : read.files) {
      const bool own = count.file == files.sightings.filename().string() ||
                       count.file == files.relations.filename().string();
      if (!own) answer_.places.push_back(count);
    }
    answer_.diagnostics = std::move(read.diagnostics);
    told_ = std::move(read.told);
  }

  // A decision about somebody whose id rests is about who goes on.
  Result<void> take_decisions() {
    const auto decisions = FamilyBook(store_.casebook).decisions(last_.number);
    if (!decisions) return std::unexpected(decisions.error());
    if (decisions->empty()) return {};
    const auto of_people = PeopleBook(store_.casebook).decisions();
    if (!of_people) return std::unexpected(of_people.error());
    const auto people = identity::people_of({}, *of_people, linked_);
    for (const auto& decision : *decisions) {
      const auto person = number_of(people.resolved(decision.person));
      const auto other = number_of(people.resolved(decision.other));
      const auto ruling = std::ranges::find(families::kRulings, decision.what);
      if (!person || !other || *person == *other || ruling == std::end(families::kRulings)) {
        ++answer_.decisions_of_nobody;
        continue;
      }
      told_.decisions.push_back({*person, *other,
                                 static_cast<families::Ruling>(ruling - families::kRulings),
                                 parse_date(decision.first).value_or(kBeginning),
                                 parse_date(decision.last).value_or(kForever)});
    }
    return {};
  }

  std::optional<families::PersonNumber> number_of(const std::string& id) const {
    const auto at = std::ranges::lower_bound(told_.people, id, {}, &families::ToldPerson::id);
    if (at == told_.people.end() || at->id != id) return std::nullopt;
    return static_cast<families::PersonNumber>(at - told_.people.begin());
  }

  Result<void> form() {
    auto formed = families::form_families(told_);
    families::join_named_families(told_, formed);
    const auto replaced = families::give_lasting_ids(told_, formed, before_of(before_));
    count(formed);
    now_ = entries_of(told_, formed, replaced, request_.on);
    return {};
  }

  void count(const families::Families& formed) {
    std::set<families::PersonNumber> people;
    std::set<std::string_view> named;
    for (const auto& member : told_.named) named.insert(member.family);
    for (const auto& family : formed.families) {
      answer_.still += family.last == kForever;
      answer_.named += named.contains(family.id);
      answer_.memberships += std::ssize(family.members);
      for (const auto& member : family.members) people.insert(member.person);
    }
    answer_.families = std::ssize(formed.families);
    answer_.people = std::ssize(told_.people);
    answer_.in_a_family = std::ssize(people);
    for (std::size_t place = 0; place < told_.places.size(); ++place) {
      answer_.crowded += formed.places[place] != told_.places[place];
    }
  }

  // Of each family that is otherwise than it stood, all of it.
  std::vector<FamilyEntry> what_changed() {
    std::vector<FamilyEntry> changed;
    for (auto& entry : now_) {
      const auto at = std::ranges::lower_bound(before_, entry.id, {}, &FamilyEntry::id);
      const bool known = at != before_.end() && at->id == entry.id;
      if (known && *at == entry) continue;
      ++(!known ? answer_.founded : entry.members.empty() ? answer_.replaced : answer_.altered);
      changed.push_back(std::move(entry));
    }
    return changed;
  }

  Result<void> keep() {
    FamilyRunEntry run{last_.number + 1, request_.on, linked_.number, linked_.loads, {}};
    run.families = what_changed();
    answer_.changed = !run.families.empty() || run.people_run != last_.people_run;
    run.seal = seal_of(run, last_.seal);
    answer_.run = answer_.changed ? std::move(run) : last_;
    return answer_.changed ? FamilyBook(store_.casebook).add(answer_.run) : Result<void>();
  }

  const FormRequest& request_;
  Store& store_;
  LinkRunEntry linked_;
  FamilyRunEntry last_;
  std::vector<FamilyEntry> before_, now_;
  families::Told told_;
  FormAnswer answer_;
};

}  // namespace

Result<FormAnswer> form_in_store(const FormRequest& request) {
  // A store that is not there is not made: there would be nobody in it.
  auto store = Store::open_to_read(request.store);
  if (!store) return std::unexpected(store.error());
  store = Store::open_to_load(request.store, request.on, request.waiting);
  if (!store) return std::unexpected(store.error());
  return Forming(request, *store).run();
}

}  // namespace hearth::membership
