#include "casebook/family_entries.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/checksum.h"

namespace hearth {
namespace {

// A text of several lines in one.
std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string to_text(const FamilyEntry& family, std::int64_t run) {
  auto text = fmt::format("family {}|{}|{}|{}\n", run, family.id, family.first, family.last);
  std::int64_t number = 0;
  for (const auto& m : family.members) {
    text +=
        fmt::format("family_member {}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}\n", run, family.id, ++number,
                    m.person, m.role, m.first, m.last, m.resident, m.because, m.with, m.told_by);
  }
  number = 0;
  for (const auto& e : family.events) {
    text += fmt::format("family_event {}|{}|{}|{}|{}|{}\n", run, family.id, ++number, e.day, e.what,
                        e.other);
  }
  return text;
}

}  // namespace

std::string to_text(const FamilyRunEntry& run) {
  auto text = fmt::format("family_run {}|{}|{}|{}|{}\n", run.number, to_text(run.day),
                          run.people_run, run.loads, run.seal);
  for (const auto& family : run.families) text += to_text(family, run.number);
  for (const auto& d : run.decisions) {
    text += fmt::format("family_decision {}|{}|{}|{}|{}|{}|{}|{}|{}\n", run.number, to_text(d.day),
                        d.what, d.person, d.other, d.first, d.last, d.by, in_one_line(d.because));
  }
  return text;
}

std::string seal_of(const FamilyRunEntry& run, std::string_view seal_before) {
  auto unsealed = run;
  unsealed.seal.clear();
  return checksum_of_text(fmt::format("{}\n{}", seal_before, to_text(unsealed)));
}

}  // namespace hearth
