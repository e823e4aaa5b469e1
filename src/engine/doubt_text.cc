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
  const bool same = told.without.status == now.status;
  return text + paragraph(2, fmt::format("were they somebody else's: {}{}", stands(told.without),
                                         same ? ", by other dates or records" : ""));
}

}  // namespace hearth
