#include "link/blocking_library.h"

#include <algorithm>
#include <bit>

#include "link/parallel.h"

namespace hearth::link {
namespace {

// Alone it is all a rule needs; with another part it would only find fewer.
bool is_nearly_unique(const Model& model, const KeySource& source) {
  switch (model.fields[source.field].kind) {
    case FieldKind::Forename:
    case FieldKind::Surname:
    case FieldKind::BirthDate:
    case FieldKind::Address:
    case FieldKind::Postcode:
    case FieldKind::Place:
    case FieldKind::Word: return false;
    default: return true;
  }
}

bool is_coarse(const KeySource& source) {
  return source.part == KeyPart::Start || source.part == KeyPart::Sound ||
         source.part == KeyPart::Year || source.part == KeyPart::DayMonth ||
         source.part == KeyPart::YearMonth || source.part == KeyPart::District;
}

bool is_word(const Model& model, const KeySource& source) {
  const auto kind = model.fields[source.field].kind;
  return kind == FieldKind::Place || kind == FieldKind::Word;
}

std::vector<BlockingRule> thinkable(const Model& model, const std::vector<KeySource>& sources) {
  std::vector<BlockingRule> rules;
  const auto add = [&](std::vector<std::size_t> of) {
    if (rules.size() < kMostRules) rules.push_back({std::move(of)});
  };
  const auto apart = [&](std::size_t a, std::size_t b) {
    return sources[a].field != sources[b].field && !is_nearly_unique(model, sources[a]) &&
           !is_nearly_unique(model, sources[b]);
  };
  const auto third = [&](std::size_t i) {
    return is_coarse(sources[i]) || is_word(model, sources[i]);
  };
  for (std::size_t a = 0; a < sources.size(); ++a) add({a});
  for (std::size_t a = 0; a < sources.size(); ++a) {
    for (std::size_t b = a + 1; b < sources.size(); ++b) {
      if (apart(a, b)) add({a, b});
    }
  }
  for (std::size_t a = 0; a < sources.size(); ++a) {
    for (std::size_t b = a + 1; is_coarse(sources[a]) && b < sources.size(); ++b) {
      for (std::size_t c = b + 1; third(b) && c < sources.size(); ++c) {
        if (third(c) && apart(a, b) && apart(b, c)) add({a, b, c});
      }
    }
  }
  return rules;
}

RuleCost cost_of(BlockingRule rule, const Model& model, const std::vector<KeySource>& sources,
                 const Sightings& sightings) {
  const BlockSizes sizes(rule, sources, sightings);
  RuleCost cost{std::move(rule), 0, 0, 0};
  double rows = 0, too_many = 0;
  for (const std::uint64_t size : sizes.all()) {
    rows += static_cast<double>(size);
    cost.largest = std::max(cost.largest, static_cast<std::uint32_t>(size));
    if (size > model.blocking.largest_block) {
      too_many += static_cast<double>(size);
    } else if (size > 1) {
      cost.pairs += size * (size - 1) / 2;
    }
  }
  cost.rows_too_many = rows > 0 ? too_many / rows : 0;
  return cost;
}

}  // namespace

BlockSizes::BlockSizes(const BlockingRule& rule, const std::vector<KeySource>& sources,
                       const Sightings& sightings)
    : shift_(64U - static_cast<unsigned>(
                       std::bit_width(std::max<std::size_t>(sightings.size() * 4, 1024)))),
      counts_(std::size_t{1} << (64U - shift_)) {
  for (RowNumber row = 0; row < sightings.size(); ++row) {
    const auto key = key_of(rule, sources, sightings, row);
    if (key != 0) ++counts_[key >> shift_];
  }
}

std::vector<RuleCost> blocking_library(const Model& model, const std::vector<KeySource>& sources,
                                       const Sightings& sightings, int threads) {
  auto rules = thinkable(model, sources);
  std::vector<RuleCost> costs(rules.size());
  in_parallel(rules.size(), threads, [&](std::size_t i, std::size_t) {
    costs[i] = cost_of(std::move(rules[i]), model, sources, sightings);
  });
  const auto budget = model.blocking.pairs_per_row * static_cast<double>(sightings.size());
  std::erase_if(costs, [&](const RuleCost& cost) {
    return static_cast<double>(cost.pairs) > budget || cost.rows_too_many > 0.9;
  });
  return costs;
}

}  // namespace hearth::link
