#include "intake/told_relation.h"

#include <algorithm>
#include <utility>

#include "intake/intake_diagnostics.h"

namespace hearth {

std::vector<ToldRelation> map_relations(RowValues& values, const TableRule& table,
                                        std::string_view person, Date on) {
  std::vector<ToldRelation> relations;
  for (const auto& rule : table.relations) {
    ToldRelation told;
    told.local_id = person;
    told.other_id = values.text(rule.to, on);
    if (told.other_id.empty()) continue;
    told.relation = values.text(rule.relation, on);
    if (told.relation.empty()) continue;  // the feed has no use for it
    if (told.relation != kChildOf &&
        std::ranges::find(kRelationWords, told.relation) == kRelationWords.end()) {
      values.fault(intake::kUnmappedCode, rule.relation.front().column, "relation");
      continue;
    }
    told.start = values.date(rule.start);
    told.end = values.date(rule.end);
    if (told.relation == kChildOf) {
      told.relation = kParentOf;
      std::swap(told.local_id, told.other_id);
    }
    relations.push_back(told);
  }
  return relations;
}

}  // namespace hearth
