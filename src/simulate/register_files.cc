#include "simulate/register_files.h"

#include <fmt/format.h>

#include <array>

namespace hearth {
namespace {

constexpr std::array<std::string_view, 8> kColumns = {"upn",  "surname", "forename", "dob",
                                                      "date", "session", "mark",     "school"};
constexpr int kHalfTerm = 7;  // the week without school, from 0
constexpr std::string_view kAuthorised[] = {"I", "M", "I", "C", "I", "J1", "E"};
constexpr std::string_view kUnauthorised[] = {"O", "U", "O", "G", "O", "N"};
constexpr std::string_view kPresentLate = "L";
constexpr std::string_view kClosed = "#";

bool is_weekend(Date day) { return (day.days + 3) % 7 >= 5; }  // day 0 was a Thursday

// The marks of one child for one term, in the order of its sessions: so many of each, anywhere.
class Marks {
 public:
  Marks(const TrueRecord& attendance, Random chance)
      : left_(std::stoi(attendance.fields[0])),
        authorised_(std::stoi(attendance.fields[1])),
        unauthorised_(std::stoi(attendance.fields[2])),
        chance_(chance) {}

  bool done() const { return left_ == 0; }

  std::string_view next(bool morning) {
    const int roll = chance_.below(left_--);
    if (roll < authorised_) {
      --authorised_;
      return chance_.pick<std::string_view>(kAuthorised);
    }
    if (roll < authorised_ + unauthorised_) {
      --unauthorised_;
      return chance_.pick<std::string_view>(kUnauthorised);
    }
    if (chance_.percent(3)) return kPresentLate;
    return morning ? "/" : "\\";
  }

 private:
  int left_, authorised_, unauthorised_;
  Random chance_;
};

}  // namespace

RegisterFiles::RegisterFiles(std::uint64_t seed, const MistakeRates& mistakes,
                             const std::filesystem::path& folder, TruthFiles& truth)
    : agency_(seed, kRegisters, mistakes,
              {.address = false, .postcode = false, .identifiers = false, .own_number = false}),
      term_(council_terms().back()),
      file_(folder / fmt::format("attendance_{}_{}.csv", term_.year, term_.season)) {
  file_.row(kColumns);
  truth.add_load(kRegisters, file_.name(), {term_.first, term_.last, term_.last + kDaysUntilSent});
}

void RegisterFiles::add(const FamilyLife& family, TruthFiles& truth) {
  if (!sends_registers(family, term_.first)) return;
  for (const auto& record : family.records) {
    if (record.told == Told::SchoolTerm && record.start == term_.first) {
      add_pupil(family, record, truth);
    }
  }
}

void RegisterFiles::add_pupil(const FamilyLife& family, const TrueRecord& attendance,
                              TruthFiles& truth) {
  const auto& who = family.people[attendance.person];
  const auto seen = agency_.see(family, attendance.person, term_.last);
  const auto& upn = who.identifiers.upn;  // a school always has it
  const auto born = seen.born ? written(*seen.born, DateStyle::Slashes) : "";
  Marks marks(attendance, agency_.chance(who.number, "marks"));
  for (auto day = term_.opens; !marks.done(); day = day + 1) {
    if (is_weekend(day)) continue;
    const bool closed = (day - term_.opens) / 7 == kHalfTerm;
    for (const auto* session : {"AM", "PM"}) {
      if (marks.done()) break;
      truth.add_row(kRegisters, file_.name(), "marks", file_.rows() + 1, who, upn, seen.mistakes);
      file_.row(std::array<std::string_view, 8>{
          upn, seen.surname, seen.forename, born, written(day, DateStyle::Slashes), session,
          closed ? kClosed : marks.next(*session == 'A'), school_of(family)});
    }
  }
}

}  // namespace hearth
