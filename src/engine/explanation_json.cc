#include <algorithm>

#include "engine/explain_family.h"
#include "engine/json_text.h"
#include "engine/record_words.h"

namespace hearth {
namespace {

JsonValue day(std::optional<Date> date) {
  if (!date || *date <= kBeginning || *date >= kForever) return nullptr;
  return to_text(*date);
}

JsonValue stretch(const Stretch& days) {
  return {{"from_date", day(days.first)}, {"to_date", day(days.last)}};
}

JsonValue person(const Facts& facts, FamilyId family, PersonId id, Date on) {
  const auto* member = member_on(facts, family, id, on);
  const auto age = age_of(facts.people[id.index], on);
  JsonValue value = {{"person_id", facts.people[id.index].id}};
  value["role"] = member ? JsonValue(to_text(member->role)) : JsonValue(nullptr);
  value["age"] = age ? JsonValue(*age) : JsonValue(nullptr);
  return value;
}

JsonValue record(const Facts& facts, const RecordRef& ref) {
  const auto& table = table_of(facts, ref);
  const auto& type = facts.catalogue[ref.type];
  JsonValue value = {{"record_type", type.name}};
  const auto subject = table.subject[ref.row];
  if (ref.of == RecordRef::Of::People)
    value["person_id"] = facts.people[subject].id;
  else
    value["family_id"] = facts.families[subject].id;
  if (type.has_end()) {
    value["start_date"] = day(table.start[ref.row]);
    value["end_date"] = day(table.end_of(ref.row));
  } else {
    value["date"] = day(table.start[ref.row]);
  }
  value["known_on"] = day(table.known_of(ref.row));
  value["fields"] = JsonValue::object();
  for (const auto& [name, text] : known_fields(facts, ref)) value["fields"][name] = text;
  value["source"] = facts.texts[table.source_of(ref.row)];
  const auto& lineage = table.lineage[ref.row];
  value["file"] = lineage.file < facts.files.size() ? facts.files[lineage.file] : std::string();
  value["row"] = lineage.row;
  return value;
}

JsonValue evidence(const Judge& judge, FamilyId family, Date on, const Evidence& part) {
  const auto& facts = judge.facts();
  JsonValue value = {{"words", part.words}, {"truth", to_text(part.truth)}};
  if (part.person) value["person"] = person(facts, family, *part.person, on);
  if (part.window) value["window"] = stretch(*part.window);
  if (!part.numbers.empty()) value["numbers"] = part.numbers;
  if (!part.note.empty()) value["note"] = part.note;
  value["records"] = JsonValue::array();
  for (const auto& ref : part.records) value["records"].push_back(record(facts, ref));
  value["coverage"] = JsonValue::array();
  for (const auto& used : part.coverage) {
    JsonValue cover = {{"record_type", facts.catalogue[used.type].name}};
    cover["wanted"] = stretch(used.wanted);
    cover["missing"] = JsonValue::array();
    for (const auto& gap : used.missing) cover["missing"].push_back(stretch(gap));
    value["coverage"].push_back(cover);
  }
  value["settles"] = part.settles;
  value["parts"] = JsonValue::array();
  for (const auto& inner : part.parts) {
    value["parts"].push_back(evidence(judge, family, on, inner));
  }
  return value;
}

JsonValue members(const Judge& judge, const Explanation& explanation) {
  const auto& facts = judge.facts();
  JsonValue list = JsonValue::array();
  for (const auto i : facts.members_of(explanation.finding.family)) {
    const auto& member = facts.members[i];
    if (explanation.on < member.first || explanation.on > member.last) continue;
    auto value = person(facts, explanation.finding.family, member.person, explanation.on);
    value["in_need"] =
        std::ranges::find(explanation.in_need, member.person) != explanation.in_need.end();
    list.push_back(value);
  }
  return list;
}

JsonValue finding(const Judge& judge, const Explanation& explanation) {
  const auto& found = explanation.finding;
  const auto& criterion = judge.plan()[found.criterion];
  return {{"family_id", judge.facts().families[found.family.index].id},
          {"plan", judge.plan().name},
          {"criterion", criterion.ref},
          {"title", criterion.title},
          {"cites", criterion.cites},
          {"readings", criterion.readings},
          {"on", day(explanation.on)},
          {"status", to_text(found.status)},
          {"status_since", day(found.status_since)},
          {"need_since", day(found.need_since)},
          {"improved_since", day(found.improved_since)},
          {"achieved_since", day(found.achieved_since)},
          {"first_claimable", day(found.first_claimable)},
          {"provisional", found.provisional},
          {"settles", found.settles}};
}

JsonValue whole(const Judge& judge, const Explanation& explanation) {
  const auto family = explanation.finding.family;
  auto value = finding(judge, explanation);
  value["members"] = members(judge, explanation);
  value["entry"] = {{"on", day(explanation.entry_on)},
                    {"rule", evidence(judge, family, explanation.entry_on, explanation.entry)}};
  value["outcome"] = nullptr;
  if (explanation.outcome) {
    value["outcome"] = {{"on", day(explanation.on)},
                        {"rule", evidence(judge, family, explanation.on, *explanation.outcome)}};
  }
  value["sustain"] = explanation.sustain;
  if (explanation.sooner) {
    value["sooner"] = evidence(judge, family, explanation.on, *explanation.sooner);
  }
  if (explanation.alone) {
    value["alone"] = evidence(judge, family, explanation.on, *explanation.alone);
  }
  value["supporting"] = JsonValue::array();
  for (const auto& part : explanation.supporting) {
    value["supporting"].push_back(evidence(judge, family, explanation.on, part));
  }
  return value;
}

JsonValue standing(const Finding& without) {
  return {{"status", to_text(without.status)},
          {"status_since", day(without.status_since)},
          {"need_since", day(without.need_since)},
          {"first_claimable", day(without.first_claimable)},
          {"settles", without.settles}};
}

// `alone` is not there where a link was not left out by itself, and null where the finding stands
// without it.
JsonValue doubt(const std::optional<DoubtTold>& told) {
  if (!told) return nullptr;
  JsonValue links = JsonValue::array();
  for (std::size_t i = 0; i < told->links.size(); ++i) {
    const auto& link = told->links[i];
    links.push_back({{"person_id", link.person},
                     {"event", link.event},
                     {"since", day(link.day)},
                     {"sightings", link.rows.size()},
                     {"because", link.because}});
    if (i >= told->alone.size()) continue;
    const auto& alone = told->alone[i];
    links.back()["alone"] = alone ? standing(*alone) : JsonValue(nullptr);
  }
  return {{"links", links}, {"without", standing(told->without)}};
}

}  // namespace

std::string explanation_json(const Judge& judge, const Explanation& explanation) {
  return json_text(whole(judge, explanation), 2) + '\n';
}

std::string explanation_json(const Judge& judge, const Explanation& explanation,
                             const std::optional<DoubtTold>& told) {
  auto value = whole(judge, explanation);
  value["doubt"] = doubt(told);
  return json_text(value, 2) + '\n';
}

}  // namespace hearth
