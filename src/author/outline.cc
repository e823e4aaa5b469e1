#include "author/outline.h"

#include <algorithm>

namespace hearth {
namespace {

OutlinePart part(OutlineKind kind, const written::Word& name, std::string detail, Span whole) {
  return {kind, name.text, std::move(detail), whole, name.span, {}};
}

struct PartOf {
  Span whole;

  std::vector<OutlinePart> operator()(const written::Invalid&) const { return {}; }
  std::vector<OutlinePart> operator()(const written::Use&) const { return {}; }
  std::vector<OutlinePart> operator()(const written::Calendar&) const { return {}; }
  std::vector<OutlinePart> operator()(const written::PlanItem& plan) const {
    return {part(OutlineKind::Plan, plan.name, plan.title.text, whole)};
  }
  std::vector<OutlinePart> operator()(const written::Headline& headline) const {
    return {part(OutlineKind::Headline, headline.ref, headline.title.text, whole)};
  }
  std::vector<OutlinePart> operator()(const written::Criterion& criterion) const {
    return {part(OutlineKind::Criterion, criterion.ref, criterion.title.text, whole)};
  }
  std::vector<OutlinePart> operator()(const written::Define& define) const {
    return {part(OutlineKind::Definition, define.name, "", whole)};
  }
  std::vector<OutlinePart> operator()(const written::Parameter& parameter) const {
    return {part(OutlineKind::Value, parameter.name, "parameter", whole)};
  }
  std::vector<OutlinePart> operator()(const written::MeasureItem& measure) const {
    return {part(OutlineKind::Value, measure.name, "measure", whole)};
  }
  std::vector<OutlinePart> operator()(const written::InstrumentItem& instrument) const {
    return {part(OutlineKind::Value, instrument.code, instrument.title.text, whole)};
  }
  std::vector<OutlinePart> operator()(const written::RecordItem& record) const {
    auto type = part(OutlineKind::RecordType, record.name, record.about.text, whole);
    for (const auto& field : record.fields) {
      type.parts.push_back(part(OutlineKind::Field, field.name, "", field.span));
    }
    return {std::move(type)};
  }
};

// What follows a headline goes below it, up to the next.
void add(OutlinePart made, std::vector<OutlinePart>& parts) {
  if (made.name.empty()) return;
  const auto starts = [](OutlineKind kind) {
    return kind == OutlineKind::Headline || kind == OutlineKind::Plan;
  };
  const bool below =
      !starts(made.kind) && !parts.empty() && parts.back().kind == OutlineKind::Headline;
  if (!below) return parts.push_back(std::move(made));
  auto& headline = parts.back();
  headline.whole = cover(headline.whole, made.whole);
  headline.parts.push_back(std::move(made));
}

}  // namespace

std::vector<OutlinePart> outline_of(const Tree& tree) {
  std::vector<OutlinePart> parts;
  for (const auto& item : tree.items) {
    for (auto& made : std::visit(PartOf{item.span}, item.node)) add(std::move(made), parts);
  }
  for (const auto& example : tree.examples) {
    parts.push_back({OutlineKind::Example,
                     example.title.text,
                     "example",
                     example.span,
                     example.title.span,
                     {}});
  }
  return parts;
}

}  // namespace hearth
