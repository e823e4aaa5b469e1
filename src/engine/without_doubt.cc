#include "engine/without_doubt.h"

#include <algorithm>
#include <map>

#include "engine/record_words.h"

namespace hearth {
namespace {

// A record by what it is, not by where a folder has it.
using Shown = std::vector<std::string>;

void add_records(const Facts& facts, const Evidence& part, Shown& shown) {
  for (const auto& ref : part.records) {
    const auto& table = table_of(facts, ref);
    shown.push_back(facts.catalogue[ref.type].name + " " + to_text(table.start[ref.row]) + " " +
                    facts.texts[table.source_of(ref.row)]);
  }
  for (const auto& inner : part.parts) add_records(facts, inner, shown);
}

Shown shown_by(const Facts& facts, const Explanation& told) {
  Shown shown;
  add_records(facts, told.entry, shown);
  for (const auto* part : {&told.outcome, &told.sooner, &told.alone}) {
    if (*part) add_records(facts, **part, shown);
  }
  for (const auto& part : told.supporting) add_records(facts, part, shown);
  std::ranges::sort(shown);
  return shown;
}

bool alike(const Finding& a, const Finding& b) {
  return a.status == b.status && a.status_since == b.status_since && a.need_since == b.need_since &&
         a.improved_since == b.improved_since && a.achieved_since == b.achieved_since &&
         a.first_claimable == b.first_claimable && a.provisional == b.provisional;
}

}  // namespace

Result<WithoutDoubt::Doubts> WithoutDoubt::doubts_of(const std::string& store,
                                                     const AsKnown& known) {
  if (store.empty()) return std::nullopt;
  auto opened = Store::open_to_read(store);
  if (!opened) return std::unexpected(opened.error());
  return identity::doubts_on(*opened, known);
}

Result<WithoutDoubt> WithoutDoubt::open(const std::string& store, const ViewRequest& request,
                                        const std::vector<identity::DoubtOn>& doubts,
                                        const Judge& judge, const std::vector<FamilyId>& families,
                                        Date on) {
  WithoutDoubt without(judge);
  const auto& facts = judge.facts();
  without.in_.resize(facts.families.size());
  std::multimap<std::string, const identity::DoubtOn*> of_person;
  for (const auto& doubt : doubts) of_person.emplace(doubt.person, &doubt);
  std::set<std::string> people;  // of the families that are judged again
  for (const auto family : families) {
    auto& in = without.in_[family.index];
    for (const auto i : facts.members_of(family)) {
      const auto [first, last] =
          of_person.equal_range(facts.people[facts.members[i].person.index].id);
      for (auto at = first; at != last; ++at) {
        const auto known =
            std::ranges::find(without.doubts_, at->second->event, &identity::DoubtOn::event);
        in.insert(static_cast<std::size_t>(known - without.doubts_.begin()));
        if (known == without.doubts_.end()) without.doubts_.push_back(*at->second);
      }
    }
    if (in.empty()) continue;
    for (const auto i : facts.members_of(family)) {
      people.insert(facts.people[facts.members[i].person.index].id);
    }
  }
  if (without.doubts_.empty()) return without;
  auto narrow = request;
  narrow.people.assign(people.begin(), people.end());
  const auto place = QuestionFacts::open({}, store, narrow, without.doubts_);
  if (!place) return std::unexpected(place.error());
  auto read =
      read_facts(place->folder(), judge.plan().catalogue,
                 {.known_by = request.known.day, .begin_on = on, .threads = request.threads});
  if (!read) return std::unexpected(read.error());
  without.read_ = std::make_shared<const ReadFacts>(std::move(*read));
  without.other_judge_ =
      std::make_shared<const Judge>(judge.plan(), without.read_->facts, without.read_->not_started);
  return without;
}

std::optional<WithoutDoubt::Other> WithoutDoubt::other(FamilyId family, Date last) {
  if (in_[family.index].empty()) return std::nullopt;
  const auto found = read_->facts.find_family(judge_->facts().families[family.index].id);
  if (!found) return Other{other_judge_.get(), std::nullopt, {}};
  if (!seat_) seat_ = std::make_shared<FamilyJudge>(*other_judge_);
  return Other{other_judge_.get(), found, seat_->courses(*found, last)};
}

std::vector<identity::DoubtOn> WithoutDoubt::doubts(FamilyId family) const {
  std::vector<identity::DoubtOn> doubts;
  for (const auto at : in_[family.index]) doubts.push_back(doubts_[at]);
  return doubts;
}

std::optional<Finding> WithoutDoubt::finding(FamilyId family, CriterionId criterion,
                                             Date on) const {
  if (in_[family.index].empty()) return std::nullopt;
  const auto told = judge_->explain(family, criterion, on);
  const auto& id = judge_->facts().families[family.index].id;
  const auto other = read_->facts.find_family(id);
  if (!other) return Finding{};  // there would be no such family: never a need
  auto without = other_judge_->explain(*other, criterion, on);
  const bool same = alike(told.finding, without.finding) &&
                    shown_by(judge_->facts(), told) == shown_by(read_->facts, without);
  return same ? std::nullopt : std::optional(std::move(without.finding));
}

}  // namespace hearth
