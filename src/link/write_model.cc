#include <fmt/format.h>

#include "link/read_model.h"

namespace hearth::link {
namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04X}", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string list_in_quotes(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const auto& text : texts) out += (out.size() > 1 ? ", " : "") + in_quotes(text);
  return out + "]";
}

std::string chance(std::string_view key, double value) {
  return value > 0 ? fmt::format(", {} = {:.6g}", key, value) : std::string();
}

// The shortest way to write a number that is one in TOML: 1e-07 is, 1e-7 too.
std::string level_text(const Level& level) {
  return fmt::format("  {{ agreement = \"{}\"{}{}{}{}{} }},\n", to_text(level.agreement),
                     chance("likeness", level.likeness), chance("m", level.m), chance("u", level.u),
                     chance("relative", level.relative), level.veto ? ", veto = true" : "");
}

std::string field_text(const Field& field) {
  auto out = fmt::format("\n[[field]]\nname = {}\nkind = \"{}\"\ncolumns = {}\nlevel = [\n",
                         in_quotes(field.name), to_text(field.kind), list_in_quotes(field.columns));
  for (const auto& level : field.levels) out += level_text(level);
  return out + "]\n";
}

}  // namespace

std::string model_text(const Model& model) {
  auto out =
      fmt::format("model = {}\nrow_ids = {}\nfillers = {}\nnicknames = [\n", in_quotes(model.name),
                  list_in_quotes(model.row_ids), list_in_quotes(model.fillers));
  for (const auto& group : model.nicknames.groups()) out += "  " + list_in_quotes(group) + ",\n";
  out += "]\nsame_numbers = [\n";
  for (const auto& feeds : model.same_numbers) out += "  " + list_in_quotes(feeds) + ",\n";
  out += fmt::format(
      "]\n\n[settings]\nlink_at = {:.6g}\ndoubt_from = {:.6g}\ndoubt_to = {:.6g}\n"
      "blocking_recall = {:.6g}\npairs_per_row = {:.6g}\n"
      "largest_block = {}\n",
      model.link_at, model.doubt_from, model.doubt_to, model.blocking.recall,
      model.blocking.pairs_per_row, model.blocking.largest_block);
  if (model.trained) {
    out += fmt::format("\n[priors]\nmatch = {:.6g}\nrelative = {:.6g}\n", model.priors.match,
                       model.priors.relative);
  }
  for (const auto& field : model.fields) out += field_text(field);
  return out;
}

}  // namespace hearth::link
