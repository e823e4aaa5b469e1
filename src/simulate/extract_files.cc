#include "simulate/extract_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hearth {
namespace {

constexpr std::string_view kCareExtract = "family-context-social-care";

// An address of several lines, the postcode last.
std::string in_lines(const Sighted& seen) {
  std::string lines;
  for (const auto part : split(seen.address, ',')) {
    lines += fmt::format("{}{}", lines.empty() ? "" : "\n", trim(part));
  }
  return seen.postcode.empty() ? lines : lines + "\n" + seen.postcode;
}

std::string at_midnight(Date day) { return to_text(day) + " 00:00:00"; }

// The last of a kind that had begun by the last day.
const TrueRecord* last_of(const FamilyLife& family, std::size_t child, Told told) {
  const TrueRecord* last = nullptr;
  for (const auto& record : family.records) {
    if (record.told != told || record.person != child) continue;
    if (!last || record.start > last->start) last = &record;
  }
  return last;
}

bool is_known_to_care(const FamilyLife& family, std::size_t child) {
  for (const auto told : {Told::CinPlan, Told::CpPlan, Told::LookedAfter}) {
    const auto* plan = last_of(family, child, told);
    if (plan && plan->end == kForever) return true;
  }
  return false;
}

}  // namespace

ExtractFiles::ExtractFiles(std::uint64_t seed, const MistakeRates& mistakes,
                           const std::filesystem::path& folder, TruthFiles& truth)
    : education_{kEducationExtract,
                 {seed, kEducationExtract, mistakes, {.identifiers = false}},
                 RowFile(folder / "family_context_education.csv")},
      care_{kCareExtract,
            {seed, kCareExtract, mistakes, {.identifiers = false}},
            RowFile(folder / "family_context_social_care.csv")} {
  const Delivery delivery{first_day(), last_day(), last_day() + kDaysUntilSent};
  education_.file.row(std::array<std::string_view, 16>{
      "Cms Id", "First Name", "Last Name", "Date Of Birth", "Gender", "Address",
      "Service Involvement", "School Name", "Contact Number", "Admission Type",
      "Date Current As Of", "Coverage Start Date", "Coverage End Date", "Coverage Geographic Area",
      "Date Of Most Recent Interaction", "Start Date Of Last Involvement"});
  care_.file.row(std::array<std::string_view, 18>{
      "Cms Id", "First Name", "Last Name", "Date Of Birth", "Gender", "Address",
      "Service Involvement", "Local Authority Organisation", "Contact Name", "Contact Role",
      "Contact Phone", "Contact Email", "Date Current As Of", "Coverage Start Date",
      "Coverage End Date", "Coverage Geographic Area", "Date Of Most Recent Interaction",
      "Start Date Of Last Involvement"});
  for (const auto* extract : {&education_, &care_}) {
    truth.add_load(extract->feed, extract->file.name(), delivery);
  }
}

void ExtractFiles::add(const FamilyLife& family, TruthFiles& truth) {
  for (std::size_t child = 0; child < family.people.size(); ++child) {
    if (family.people[child].parent) continue;
    const auto* place = last_of(family, child, Told::SchoolPlace);
    if (place && place->end == kForever) {
      const auto school = fmt::format("School {}", school_of(family));
      add_child(education_, family, *place,
                std::array<std::string_view, 4>{"Current", school, "", ""}, truth);
    }
    if (const auto* referral = last_of(family, child, Told::Referral)) {
      const auto* word = is_known_to_care(family, child) ? "Current" : "Historic";
      add_child(care_, family, *referral,
                std::array<std::string_view, 6>{word, "Children's Services", "", "", "", ""},
                truth);
    }
  }
}

void ExtractFiles::add_child(Extract& extract, const FamilyLife& family, const TrueRecord& last,
                             std::span<const std::string_view> more, TruthFiles& truth) {
  const auto& who = family.people[last.person];
  const auto seen = extract.agency.see(family, last.person, last_day());
  auto& file = extract.file;
  truth.add_row(extract.feed, file.name(), "children", file.rows() + 1, who, seen.local_id,
                seen.mistakes);
  file.cell(seen.local_id);
  file.cell(seen.forename);
  file.cell(seen.surname);
  file.cell(seen.born ? to_text(*seen.born) : "");
  file.cell(seen.female ? "Female" : "Male");
  file.cell(in_lines(seen));
  for (const auto cell : more) file.cell(cell);
  file.cell(at_midnight(last_day() + kDaysUntilSent));
  file.cell(at_midnight(first_day()));
  file.cell(at_midnight(last_day()));
  file.cell("all");
  file.cell(to_text(std::max(last.start, first_day())));
  file.cell(to_text(last.start));
  file.end_row();
}

Result<void> ExtractFiles::put_away(std::size_t more_than) {
  HEARTH_TRY(education_.file.put_away(more_than));
  return care_.file.put_away(more_than);
}

}  // namespace hearth
