#include "simulate/mistakes.h"

#include <algorithm>
#include <array>

namespace hearth {
namespace {

constexpr MistakeRates kNone{};
constexpr MistakeRates kDefault{.typo_forename = 12,
                                .typo_surname = 18,
                                .nickname = 60,
                                .swapped_names = 4,
                                .other_surname = 12,
                                .old_surname = 300,
                                .birth_date_swapped = 6,
                                .birth_date_wrong = 10,
                                .birth_date_missing = 12,
                                .postcode_missing = 20,
                                .postcode_wrong = 8,
                                .old_address = 300,
                                .identifier_missing = 30,
                                .second_record = 12,
                                .repeated_row = 4,
                                .late_row = 15,
                                .correction = 4,
                                .bad_date = 1,
                                .missing_delivery = 8};
constexpr MistakeRates kHeavy{.typo_forename = 50,
                              .typo_surname = 70,
                              .nickname = 200,
                              .swapped_names = 20,
                              .other_surname = 50,
                              .old_surname = 600,
                              .birth_date_swapped = 25,
                              .birth_date_wrong = 40,
                              .birth_date_missing = 60,
                              .postcode_missing = 80,
                              .postcode_wrong = 30,
                              .old_address = 600,
                              .identifier_missing = 120,
                              .second_record = 50,
                              .repeated_row = 15,
                              .late_row = 50,
                              .correction = 15,
                              .bad_date = 5,
                              .missing_delivery = 30};

constexpr std::array kKinds = {
    MistakeKind{"typo_forename", &MistakeRates::typo_forename},
    MistakeKind{"typo_surname", &MistakeRates::typo_surname},
    MistakeKind{"nickname", &MistakeRates::nickname},
    MistakeKind{"swapped_names", &MistakeRates::swapped_names},
    MistakeKind{"other_surname", &MistakeRates::other_surname},
    MistakeKind{"old_surname", &MistakeRates::old_surname},
    MistakeKind{"birth_date_swapped", &MistakeRates::birth_date_swapped},
    MistakeKind{"birth_date_wrong", &MistakeRates::birth_date_wrong},
    MistakeKind{"birth_date_missing", &MistakeRates::birth_date_missing},
    MistakeKind{"postcode_missing", &MistakeRates::postcode_missing},
    MistakeKind{"postcode_wrong", &MistakeRates::postcode_wrong},
    MistakeKind{"old_address", &MistakeRates::old_address},
    MistakeKind{"identifier_missing", &MistakeRates::identifier_missing},
    MistakeKind{"second_record", &MistakeRates::second_record},
    MistakeKind{"repeated_row", &MistakeRates::repeated_row},
    MistakeKind{"late_row", &MistakeRates::late_row},
    MistakeKind{"correction", &MistakeRates::correction},
    MistakeKind{"bad_date", &MistakeRates::bad_date},
    MistakeKind{"missing_delivery", &MistakeRates::missing_delivery},
};

}  // namespace

const MistakeRates& rates_of(Mistakes mistakes) {
  if (mistakes == Mistakes::None) return kNone;
  return mistakes == Mistakes::Heavy ? kHeavy : kDefault;
}

std::span<const MistakeKind> mistake_kinds() { return kKinds; }

std::optional<MistakeRates> rates_of_kinds(const std::vector<std::string>& names) {
  MistakeRates rates{};
  for (const auto& name : names) {
    const auto kind = std::ranges::find(kKinds, name, &MistakeKind::name);
    if (kind == kKinds.end()) return std::nullopt;
    rates.*kind->rate = kHeavy.*kind->rate;
  }
  return rates;
}

}  // namespace hearth
