#include "link/waterfall.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace hearth::link {
namespace {

constexpr double kBitsPerMark = 1;
constexpr int kWidth = 48;   // of the bars
constexpr int kNought = 28;  // where no odds either way stands

// A bar from the sum before to the sum after.
std::string bar(double before, double after) {
  const auto place = [](double sum) {
    return std::clamp(kNought + static_cast<int>(std::lround(sum / kBitsPerMark)), 0, kWidth);
  };
  const auto from = std::min(place(before), place(after));
  const auto to = std::max({place(before), place(after), from + 1});
  const auto mark = after >= before ? "█" : "░";
  std::string text(static_cast<std::size_t>(from), ' ');
  for (auto i = from; i < to; ++i) text += mark;
  return text;
}

std::string line(std::string_view what, std::string_view how, double weight,
                 const std::string& drawn) {
  return fmt::format("{:<14} {:<12} {:>+8.2f}  {}\n", what, how, weight, drawn);
}

std::string words(std::string_view name) {
  std::string text(name);
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string not_compared(const Model& model, const Explained& explained) {
  std::string names;
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const bool told_of =
        std::ranges::find(explained.steps, i, &Step::field) != explained.steps.end();
    if (!told_of) names += (names.empty() ? "" : ", ") + words(model.fields[i].name);
  }
  return names.empty() ? std::string() : "not compared, which says nothing: " + names + "\n";
}

}  // namespace

std::string waterfall(const Prepared& prepared, RowNumber a, RowNumber b) {
  const ComparedSightings rows(prepared.model, prepared.sightings);
  return waterfall(prepared.model, PairExplainer(rows)(a, b));
}

std::string waterfall(const Model& model, const Explained& explained) {
  auto text = fmt::format("{:<14} {:<12} {:>8}\n", "", "", "bits");
  text += line("prior", "", explained.prior, bar(0, explained.prior));
  double sum = explained.prior;
  for (const auto& step : explained.steps) {
    const auto& field = model.fields[step.field];
    const auto& level = field.levels[step.level];
    const auto how = words(to_text(level.agreement));
    if (level.veto) {
      text += fmt::format("{:<14} {:<12} {:>8}\n", words(field.name), how, "veto");
      continue;
    }
    text += line(words(field.name), how, step.weight, bar(sum, sum + step.weight));
    sum += step.weight;
  }
  if (explained.relatives < -0.005) {
    text += line("or a relative", "", explained.relatives, bar(sum, sum + explained.relatives));
  }
  if (explained.vetoed) {
    text += "one person cannot have both numbers: never linked\n";
  } else {
    text += line("in all", "", explained.total, bar(0, explained.total));
    text += fmt::format("probability that they are one person: {:.4f}; linked from {:.2f} on\n",
                        probability(explained.total), model.link_at);
  }
  return text + not_compared(model, explained);
}

}  // namespace hearth::link
