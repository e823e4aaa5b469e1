// One table of a model's TOML while it is read: gives its values by key with the type wanted, and
// remembers which keys were asked for, so that any other is a misspelling. Only read_model.cc
// includes it.
#pragma once

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace hearth::link {

struct ModelFault {
  const Source& source;
  Diagnostics& diagnostics;

  Place place(const toml::source_region& region) const;

  template <typename... Arguments>
  Diagnostic& add(const DiagnosticKind<Arguments...>& kind, const toml::source_region& region,
                  const std::type_identity_t<Arguments>&... arguments) const {
    return diagnostics.add(kind, place(region), arguments...);
  }
};

class ModelTable {
 public:
  // `what` completes "… has no key": `a field`.
  ModelTable(ModelFault fault, const toml::table& table, std::string what)
      : fault_(fault), table_(&table), what_(std::move(what)) {}

  std::string needed_text(std::string_view key);
  double chance(std::string_view key, double otherwise = 0);  // from 0 to 1
  double number(std::string_view key, double otherwise);      // above 0
  bool flag(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::vector<std::vector<std::string>> lists(std::string_view key);
  std::optional<ModelTable> table(std::string_view key, std::string what);
  std::vector<ModelTable> tables(std::string_view key, std::string_view what);

  void missing(std::string_view key) const;
  void wrong_size(std::string_view what) const;
  void wrong_word(std::string_view key, std::string_view wanted,
                  const std::vector<std::string_view>& candidates) const;
  void finish() const;  // reports every key nobody asked for

 private:
  const toml::node* find(std::string_view key);
  void wrong_type(const toml::node& node, std::string_view key, std::string_view wanted) const;
  std::vector<std::string> texts_of(const toml::node& node, std::string_view key) const;

  ModelFault fault_;
  const toml::table* table_;
  std::string what_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace hearth::link
