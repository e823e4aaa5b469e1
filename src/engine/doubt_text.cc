#include <fmt/format.h>

#include "engine/explain_family.h"
#include "engine/wrap.h"

namespace hearth {
namespace {

constexpr std::size_t kPageWidth = 100;

std::string paragraph(std::size_t indent, std::string_view words) {
  std::string text;
  for (const auto& line : wrap(words, kPageWidth - indent - 2)) {
    text += std::string(text.empty() ? indent : indent + 2, ' ') + line + '\n';
  }
  return text;
}

std::string stands(const Finding& finding) {
  auto words = std::string(to_text(finding.status));
  if (finding.status_since > kBeginning) words += " since " + to_text(finding.status_since);
  if (finding.need_since) words += ", need since " + to_text(*finding.need_since);
  return words;
}

std::string stands_otherwise(const Finding& without, const Finding& now) {
  const bool same = without.status == now.status;
  return stands(without) + (same ? ", by other dates or records" : "");
}

}  // namespace

std::string doubt_text(const DoubtTold& told, const Finding& now, Colour colour) {
  constexpr std::string_view kTitle = "This rests on a doubtful link";
  auto text = colour == Colour::Terminal ? fmt::format("\n\x1b[1m{}\x1b[0m\n", kTitle)
                                         : fmt::format("\n{}\n", kTitle);
  for (const auto& link : told.links) {
    text +=
        paragraph(2, fmt::format("{}: {} of the sightings, since {} (event {}): {}", link.person,
                                 link.rows.size(), to_text(link.day), link.event, link.because));
  }
  text += paragraph(2, "were they somebody else's: " + stands_otherwise(told.without, now));
  for (std::size_t i = 0; i < told.alone.size(); ++i) {
    const auto& alone = told.alone[i];
    text += paragraph(
        2, fmt::format("event {} alone: {}", told.links[i].event,
                       alone ? stands_otherwise(*alone, now) : "the finding does not rest on it"));
  }
  const auto left = told.alone.empty() ? 0 : told.links.size() - told.alone.size();
  if (left == 0) return text;
  return text + paragraph(2, fmt::format("{} more were not left out alone", left));
}

}  // namespace hearth
