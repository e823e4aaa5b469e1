// The TOML behind a feed: its file, laid over the feed it extends, with the place of every key.
//
// Tables are laid over one another key by key; anything else in the upper one replaces what is
// below. The same rule makes a year's version out of its base, so there is one way to differ.
#pragma once

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"

namespace hearth {

// The text of a feed by its name, or an Error; how read_feed finds what a feed extends.
using FeedTexts = std::function<Result<Source>(const std::string& name)>;

class FeedDocument {
 public:
  // The feed and what it extends; what is wrong with their syntax goes to the diagnostics.
  static FeedDocument read(Source source, const FeedTexts& others);

  bool parsed() const { return parsed_; }

  // The document as it stands with the differences of these versions laid over it in turn. Made
  // anew each time, because a copy of a node forgets its place.
  toml::table merged(const std::vector<std::string>& versions);

  // A diagnostic at a place of the document, unless the same was given before (a base is read once
  // for each version).
  template <typename... Arguments>
  void add(const DiagnosticKind<Arguments...>& kind, const toml::source_region& region,
           std::string hint, const std::type_identity_t<Arguments>&... arguments) {
    Diagnostics one;
    one.add(kind, place(region), arguments...).hint = std::move(hint);
    if (is_new(one.list().front())) diagnostics_.take(std::move(one));
  }

  Diagnostics take_diagnostics() { return std::move(diagnostics_); }

 private:
  toml::table parse(const Source& source);
  Place place(const toml::source_region& region) const;
  bool is_new(const Diagnostic& diagnostic) const;

  std::vector<Source> chain_;  // the feed, what it extends, and so on
  bool parsed_ = true;
  Diagnostics diagnostics_;
};

}  // namespace hearth
