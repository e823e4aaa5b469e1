#include "language/format_document.h"

#include <unordered_map>

#include "language/block.h"
#include "language/format_condition.h"
#include "language/parse_document.h"

namespace hearth {
namespace {

constexpr int kClauseIndent = 2;
constexpr int kContentColumn = 14;

// The conditions that are all of a clause, by the place of their first word.
using Conditions = std::unordered_map<std::uint32_t, written::ConditionId>;

Conditions find_conditions(const Tree& tree) {
  Conditions found;
  const auto add = [&](std::optional<written::ConditionId> id) {
    if (id) found.emplace(tree[*id].span.offset, *id);
  };
  for (const auto& item : tree.items) {
    if (const auto* define = std::get_if<written::Define>(&item.node)) add(define->means);
    const auto* criterion = std::get_if<written::Criterion>(&item.node);
    if (!criterion) continue;
    add(criterion->need);
    add(criterion->outcome);
    for (const auto id : criterion->supporting) add(id);
    add(criterion->alone);
  }
  return found;
}

class BlockWriter {
 public:
  BlockWriter(const Tree& tree, const Conditions& conditions, const Block& block)
      : tree_(tree),
        conditions_(conditions),
        block_(block),
        writer_(*tree.source, block.tokens,
                std::string(static_cast<std::size_t>(block.fence.indent), ' ')) {}

  std::string write() {
    for (const auto& item : block_.layout.items) {
      writer_.between_items(kClauseIndent);
      const bool alone = item.clauses.empty();
      if (alone)
        writer_.fill_until(item.head.last, 2 * kClauseIndent);
      else
        writer_.write_until(item.head.last, 2 * kClauseIndent);
      for (const auto clause : item.clauses) {
        writer_.newline(kClauseIndent);
        if (block_.fence.kind == FenceKind::Example)
          write_example_line(clause);
        else if (text(item.head.first) == "calendar")
          writer_.fill_until(clause.last, kContentColumn);
        else
          write_clause(clause);
      }
    }
    return writer_.finish();
  }

 private:
  std::string_view text(std::size_t token) const {
    return tree_.source->text(block_.tokens.tokens[token].span);
  }

  // `on DATE  REF STATUS`: two spaces set the answer off.
  void write_example_line(TokenRange line) {
    constexpr std::size_t kDayWords = 2;
    if (text(line.first) == "on" && line.last > line.first + kDayWords) {
      writer_.write_until(line.first + kDayWords, 3 * kClauseIndent);
      writer_.pad_to(writer_.column() + 2);
    }
    writer_.fill_until(line.last, 3 * kClauseIndent);
  }

  // Keywords are padded to a column, but for those whose clause is a short phrase.
  void write_clause(TokenRange clause) {
    const auto keyword = text(clause.first);
    if (keyword == "from" || keyword == "always") {
      return writer_.fill_until(clause.last, kContentColumn);
    }
    const auto words = keyword == "in" ? 2u : 1u;
    writer_.write_until(clause.first + words, kContentColumn);
    if (writer_.next() >= clause.last) return;
    writer_.pad_to(kContentColumn);
    const auto offset = block_.tokens.tokens[writer_.next()].span.offset;
    const auto condition = conditions_.find(offset);
    if (condition != conditions_.end()) {
      written::format_condition(writer_, tree_, block_.tokens, condition->second, kContentColumn);
    }
    writer_.fill_until(clause.last, kContentColumn + 2);
  }

  const Tree& tree_;
  const Conditions& conditions_;
  const Block& block_;
  LineWriter writer_;
};

// Prose too: a document has one kind of line end.
std::string with_plain_line_ends(std::string text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!std::string_view(text).substr(i).starts_with("\r\n")) plain += text[i];
  }
  return plain;
}

}  // namespace

std::string format_document(std::shared_ptr<const Source> source) {
  const auto parsed = parse_document(source);
  if (parsed.diagnostics.has_errors()) return std::string(source->text());
  const auto conditions = find_conditions(parsed.tree);
  Diagnostics reported_already;
  std::string text;
  std::uint32_t done = 0;
  for (const auto& block : read_blocks(*source, reported_already)) {
    const auto content = block.fence.content;
    text += source->text().substr(done, content.offset - done);
    text += BlockWriter(parsed.tree, conditions, block).write();
    done = content.end();
  }
  text += source->text().substr(done);
  return with_plain_line_ends(std::move(text));
}

}  // namespace hearth
