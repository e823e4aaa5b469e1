#include "spec/near_miss.h"

#include <algorithm>

#include "evaluate/judge.h"
#include "evaluate/occurrences.h"
#include "language/records_read.h"

namespace hearth {
namespace {

constexpr FamilyId kFirst(0);

const char* quality_of(const Field& field) {
  if (field.name == "by") return "by";
  if (field.name == "signed") return "signed";
  return field.name == "topic" ? "about" : nullptr;  // the kind says which word it is, not how
}

// The picks of concerns and statements in a rule.
struct Word {
  Pick pick;
  bool about_this_need = false;
};

std::vector<Word> words_of(const Plan& plan, CriterionId id, Side side) {
  std::vector<Word> words;
  const auto rule = side == Side::Entry ? plan[id].need : plan[id].outcome;
  if (!rule) return words;
  each_selector(plan, *rule, [&](const Selector& records) {
    for (const auto& pick : records.picks) {
      const auto& name = plan.catalogue[pick.type].name;
      const bool counts = side == Side::Entry ? name == "concern" : name == "statement";
      if (counts) words.push_back({pick, records.about_this_need});
    }
  });
  return words;
}

// One example, judged anew with a record changed.
class Trial {
 public:
  Trial(const Plan& plan, CriterionId id, Side side, const Example& example)
      : plan_(plan), id_(id), side_(side), example_(example), facts_(*example.facts) {
    const auto course = judged(facts_);
    needed_ = course.need_since;
  }

  void add(std::set<std::string>& shown) {
    for (const auto& word : words_of(plan_, id_, side_)) {
      for (auto* tables : {&facts_.of_people, &facts_.of_families}) {
        auto& table = (*tables)[word.pick.type.index];
        for (std::uint32_t row = 0; row < table.size(); ++row) add(shown, word, table, row);
      }
    }
  }

 private:
  Course judged(const Facts& facts) const { return Judge(plan_, facts).course(kFirst, id_); }

  void add(std::set<std::string>& shown, const Word& word, RecordTable& table, std::uint32_t row) {
    const auto kept_date = table.start[row];
    auto kept_fields = table.fields;
    std::set<std::string> faults;
    if (!put_right(faults, word, table, row)) faults.insert("another word");
    if (faults.empty() && expects_it_counted()) shown.insert("said");
    const bool one_fault = faults.size() == 1 && !faults.contains("another word");
    if (one_fault && counts_now()) shown.insert(*faults.begin());
    table.start[row] = kept_date;
    table.fields = std::move(kept_fields);
  }

  // Makes the record one that counts, and says in which ways it was none; false if it is another
  // kind of word.
  bool put_right(std::set<std::string>& faults, const Word& word, RecordTable& table,
                 std::uint32_t row) {
    const auto& type = plan_.catalogue[word.pick.type];
    for (const auto& where : word.pick.where) {
      if (passes(table, row, {word.pick.type, {where}}) == Truth::Yes) continue;
      const auto* quality = quality_of(type[where.field]);
      if (!quality) return false;
      faults.insert(quality);
      table.fields[where.field.index][row] = where.values.front();
    }
    if (word.about_this_need && put_about_right(table, row, type)) faults.insert("about");
    const auto first =
        side_ == Side::Entry ? example_.facts->families[0].started : needed_.value_or(kForever) + 1;
    if (table.start[row] < first) {
      faults.insert("early");
      table.start[row] = first;
    }
    return true;
  }

  bool put_about_right(RecordTable& table, std::uint32_t row, const RecordType& type) {
    const auto& ref = plan_[id_].ref;
    auto& about = table.fields[type.field("about")->index][row];
    auto& topic = table.fields[type.field("topic")->index][row];
    const bool names = is_known(about) && about != 0;
    const auto& topics = plan_[id_].topics;
    const auto says = [&](const std::string& code) {
      return is_known(topic) && type[*type.field("topic")].codes[std::size_t(topic)] == code;
    };
    if (names ? facts_.texts[std::size_t(about)] == ref : std::ranges::any_of(topics, says)) {
      return false;
    }
    auto text = std::ranges::find(facts_.texts, ref);
    about = static_cast<double>(text - facts_.texts.begin());
    if (text == facts_.texts.end()) facts_.texts.push_back(ref);
    return true;
  }

  bool is_about_it(const Expectation& expected) const { return expected.ref == plan_[id_].ref; }
  std::string uncounted() const { return side_ == Side::Entry ? "none" : "need"; }

  bool expects_it_counted() const {
    return std::ranges::any_of(example_.expectations, [&](const Expectation& expected) {
      const auto& status = expected.status;
      const bool counted = side_ == Side::Entry ? status != "none" && status != "unknown"
                                                : status == "progress" || status == "achieved";
      return is_about_it(expected) && counted;
    });
  }

  // Whether an answer the example expects would be another one.
  bool counts_now() const {
    const auto course = judged(facts_);
    return std::ranges::any_of(example_.expectations, [&](const Expectation& expected) {
      return is_about_it(expected) && expected.status == uncounted() &&
             to_text(course.status.at(expected.on)) != uncounted();
    });
  }

  const Plan& plan_;
  CriterionId id_;
  Side side_;
  const Example& example_;
  Facts facts_;
  std::optional<Date> needed_;
};

}  // namespace

std::set<std::string> shown_of(const Plan& plan, CriterionId criterion, Side side) {
  std::set<std::string> shown;
  for (const auto& example : plan.examples) {
    const bool about_it = std::ranges::any_of(example.expectations, [&](const Expectation& one) {
      return one.ref == plan[criterion].ref;
    });
    if (about_it) Trial(plan, criterion, side, example).add(shown);
  }
  return shown;
}

std::set<std::string> to_show_of(const Plan& plan, CriterionId criterion, Side side) {
  std::set<std::string> wanted = {"said", "about", "early"};
  for (const auto& word : words_of(plan, criterion, side)) {
    for (const auto& where : word.pick.where) {
      const auto* quality = quality_of(plan.catalogue[word.pick.type][where.field]);
      if (quality) wanted.insert(quality);
    }
  }
  return wanted;
}

}  // namespace hearth
