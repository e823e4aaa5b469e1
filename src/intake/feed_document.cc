#include "intake/feed_document.h"

#include <algorithm>

#include "intake/intake_diagnostics.h"

namespace hearth {
namespace {

constexpr int kMostBases = 8;  // deeper is taken for a circle

}  // namespace

FeedDocument FeedDocument::read(Source source, const FeedTexts& others) {
  FeedDocument document;
  document.root_ = document.read_extended(std::move(source), others, 0);
  return document;
}

toml::table FeedDocument::parse(const Source& source) {
  auto result = toml::parse(source.text(), source.name());
  if (result) return std::move(result).table();
  parsed_ = false;
  add(intake::kFeedSyntax, result.error().source(), "", result.error().description());
  return {};
}

toml::table FeedDocument::read_extended(Source source, const FeedTexts& others, int depth) {
  const auto name = source.name();
  const auto& kept = sources_.insert_or_assign(name, std::move(source)).first->second;
  auto table = parse(kept);
  const auto* extends = table.get("extends");
  if (!extends || !extends->is_string()) return table;  // another type is reported when it is read
  const auto base_name = extends->value_or<std::string>("");
  if (depth == kMostBases) {
    add(intake::kFeedExtendsItself, extends->source(), "", base_name);
    return table;
  }
  auto base = others(base_name);
  if (!base) {
    add(intake::kFeedNotFound, extends->source(), base.error().message, base_name);
    return table;
  }
  auto below = read_extended(std::move(*base), others, depth + 1);
  lay_over(below, table);
  return below;
}

void FeedDocument::lay_over(toml::table& below, const toml::table& above) {
  for (const auto& [key, node] : above) {
    auto* under = below.get(key.str());
    if (under && under->is_table() && node.is_table()) {
      lay_over(*under->as_table(), *node.as_table());
    } else {
      node.visit([&](const auto& value) { below.insert_or_assign(key, value); });
    }
  }
}

Place FeedDocument::place(const toml::source_region& region) const {
  Place place;
  place.line = static_cast<int>(region.begin.line);
  place.column = static_cast<int>(region.begin.column);
  if (!region.path) return place;
  place.file = *region.path;
  const auto found = sources_.find(*region.path);
  if (found == sources_.end() || place.line < 1) return place;
  const auto length =
      region.end.line == region.begin.line ? region.end.column - region.begin.column : 1;
  place.length = static_cast<int>(length);
  place.excerpt = found->second.line(place.line);
  return place;
}

bool FeedDocument::is_new(const Diagnostic& diagnostic) const {
  return std::ranges::none_of(diagnostics_.list(), [&](const Diagnostic& other) {
    return other.message == diagnostic.message && other.place.file == diagnostic.place.file &&
           other.place.line == diagnostic.place.line &&
           other.place.column == diagnostic.place.column;
  });
}

}  // namespace hearth
