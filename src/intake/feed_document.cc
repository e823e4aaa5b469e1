#include "intake/feed_document.h"

#include <algorithm>
#include <ranges>

#include "intake/intake_diagnostics.h"

namespace hearth {
namespace {

constexpr std::size_t kMostBases = 8;  // more is taken for a circle

// What is above goes over what is below; nodes are moved, so they keep their places.
void lay_over(toml::table& below, toml::table&& above) {
  for (auto&& [key, node] : above) {
    auto* under = below.get(key.str());
    if (under && under->is_table() && node.is_table()) {
      lay_over(*under->as_table(), std::move(*node.as_table()));
    } else {
      node.visit([&](auto& value) { below.insert_or_assign(key, std::move(value)); });
    }
  }
}

}  // namespace

FeedDocument FeedDocument::read(Source source, const FeedTexts& others) {
  FeedDocument document;
  document.chain_.push_back(std::move(source));
  for (;;) {
    const auto table = document.parse(document.chain_.back());
    const auto* extends = table.get("extends");
    if (!extends || !extends->is_string()) return document;  // the reader reports another type
    const auto name = extends->value_or<std::string>("");
    if (document.chain_.size() > kMostBases) {
      document.add(intake::kFeedExtendsItself, extends->source(), "", name);
      return document;
    }
    auto base = others(name);
    if (!base) {
      document.add(intake::kFeedNotFound, extends->source(), base.error().message, name);
      return document;
    }
    document.chain_.push_back(std::move(*base));
  }
}

toml::table FeedDocument::parse(const Source& source) {
  auto result = toml::parse(source.text(), source.name());
  if (result) return std::move(result).table();
  parsed_ = false;
  add(intake::kFeedSyntax, result.error().source(), "", result.error().description());
  return {};
}

toml::table FeedDocument::merged(const std::vector<std::string>& versions) {
  auto table = parse(chain_.back());
  for (const auto& source : chain_ | std::views::reverse | std::views::drop(1)) {
    lay_over(table, parse(source));
  }
  for (const auto& version : versions) {
    auto* differences = table["versions"][version].as_table();
    if (differences) lay_over(table, std::move(*differences));
  }
  return table;
}

Place FeedDocument::place(const toml::source_region& region) const {
  Place place;
  place.line = static_cast<int>(region.begin.line);
  place.column = static_cast<int>(region.begin.column);
  if (!region.path) return place;
  place.file = *region.path;
  const auto found = std::ranges::find(chain_, *region.path, &Source::name);
  if (found == chain_.end() || place.line < 1) return place;
  const auto length =
      region.end.line == region.begin.line ? region.end.column - region.begin.column : 1;
  place.length = static_cast<int>(length);
  place.excerpt = found->line(place.line);
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
