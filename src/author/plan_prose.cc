#include "author/plan_prose.h"

#include <cmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

#include "author/html_text.h"
#include "base/text.h"
#include "language/parse_document.h"

namespace hearth {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Node = std::unique_ptr<cmark_node, FreeNode>;

std::string text_under(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  std::string text = literal ? literal : "";
  if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) text += ' ';
  for (auto* child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
    text += text_under(child);
  }
  return text;
}

bool leads_outside(cmark_node* link) {
  const char* url = cmark_node_get_url(link);
  const std::string_view address = url ? url : "";
  return address.starts_with("https://") || address.starts_with("http://") ||
         address.starts_with("mailto:");
}

// Puts the node's text in its place.
void make_plain(cmark_node* node) {
  auto* text = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(text, text_under(node).c_str());
  cmark_node_replace(node, text);
  cmark_node_free(node);
}

// A picture would be fetched, and a link to another file of the repository leads nowhere from a
// page on its own: their words stay. Headings inside quotations and lists follow the page's own.
void make_harmless(cmark_node* node, int heading_level) {
  for (auto* child = cmark_node_first_child(node); child;) {
    auto* next = cmark_node_next(child);
    const auto type = cmark_node_get_type(child);
    if (type == CMARK_NODE_HEADING) cmark_node_set_heading_level(child, heading_level);
    make_harmless(child, heading_level);
    if (type == CMARK_NODE_IMAGE || (type == CMARK_NODE_LINK && !leads_outside(child))) {
      make_plain(child);
    }
    child = next;
  }
}

std::string rendered(cmark_node* document) {
  const std::unique_ptr<char, decltype(&std::free)> text(
      cmark_render_html(document, CMARK_OPT_DEFAULT), &std::free);
  return text ? text.get() : "";
}

// The items of the plan's document by the lines they stand on.
struct Lines {
  const Tree& tree;

  struct Introduced {
    const std::string* headline = nullptr;  // ref of the first of the block, if that comes first
    const std::string* criterion = nullptr;
    const std::string* last_criterion = nullptr;
    const std::string* last_headline = nullptr;
    bool plan = false;
    std::string other;  // definitions and the like, as they are written
  };

  Introduced between(int first, int last) const {
    Introduced found;
    for (const auto& item : tree.items) {
      const int line = tree.source->line_column(item.span.offset).line;
      if (line < first || line > last) continue;
      if (const auto* headline = std::get_if<written::Headline>(&item.node)) {
        if (!found.headline && !found.criterion) found.headline = &headline->ref.text;
        found.last_headline = &headline->ref.text;
        found.last_criterion = nullptr;
      } else if (const auto* criterion = std::get_if<written::Criterion>(&item.node)) {
        if (!found.headline && !found.criterion) found.criterion = &criterion->ref.text;
        found.last_criterion = &criterion->ref.text;
      } else if (std::holds_alternative<written::PlanItem>(item.node)) {
        found.plan = true;
      } else if (!std::holds_alternative<written::Use>(item.node)) {
        found.other += std::string(tree.source->text(item.span)) + "\n";
      }
    }
    return found;
  }
};

class Reader {
 public:
  explicit Reader(const Plan& plan) : tree_(parse_document(plan.source).tree) {}

  PlanProse read() {
    const auto text = tree_.source->text();
    const Node document(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
    pending_.reset(cmark_node_new(CMARK_NODE_DOCUMENT));
    for (auto* node = cmark_node_first_child(document.get()); node;) {
      auto* next = cmark_node_next(node);
      take(node);
      node = next;
    }
    settle();
    return std::move(prose_);
  }

 private:
  Tree tree_;
  PlanProse prose_;
  Node pending_;                        // since the last heading or block
  std::optional<std::string> heading_;  // that pending stands under
  int heading_level_ = 0;
  const std::string* criterion_ = nullptr;  // that was last introduced
  const std::string* headline_ = nullptr;

  void take(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) {
      settle();
      start_under(node);
      return;
    }
    const char* info = type == CMARK_NODE_CODE_BLOCK ? cmark_node_get_fence_info(node) : nullptr;
    const auto word = info ? split(info, ' ').front() : std::string_view();
    if (word == "example") return;
    if (word == "plan") return take_program(node);
    cmark_node_unlink(node);
    cmark_node_append_child(pending_.get(), node);
  }

  void start_under(cmark_node* heading) {
    const auto text = text_under(heading);
    const int level = cmark_node_get_heading_level(heading);
    if (level == 1 && prose_.title.empty() && prose_.passages.empty()) {
      prose_.title = text;
      return;
    }
    heading_ = text;
    heading_level_ = level;
  }

  void take_program(cmark_node* block) {
    const Lines lines{tree_};
    const auto found =
        lines.between(cmark_node_get_start_line(block), cmark_node_get_end_line(block));
    if (found.plan && !heading_) settle();  // what a document opens with is about the plan
    if (!found.other.empty()) add_code(found.other);
    if (!found.headline && !found.criterion) return;
    auto& place =
        found.headline ? prose_.headlines[*found.headline] : prose_.criteria[*found.criterion];
    place += flush(found.headline ? 3 : 4);
    heading_.reset();  // it named what the page names itself
    if (found.last_headline) headline_ = found.last_headline;
    criterion_ = found.last_criterion;
  }

  void add_code(const std::string& text) {
    auto* code = cmark_node_new(CMARK_NODE_CODE_BLOCK);
    cmark_node_set_literal(code, text.c_str());
    cmark_node_append_child(pending_.get(), code);
  }

  std::string flush(int heading_level) {
    make_harmless(pending_.get(), heading_level);
    auto text = rendered(pending_.get());
    pending_.reset(cmark_node_new(CMARK_NODE_DOCUMENT));
    return text;
  }

  // What introduced nothing: notes on the criterion or headline before, or a passage of its own.
  void settle() {
    const bool empty = !cmark_node_first_child(pending_.get());
    if (empty && !heading_) return;
    const bool note = (!heading_ || heading_level_ > 2) && (criterion_ || headline_);
    if (note) {
      auto& place = criterion_ ? prose_.criteria[*criterion_] : prose_.headlines[*headline_];
      const int level = criterion_ ? 4 : 3;
      if (heading_) place += fmt::format("<h{0}>{1}</h{0}>\n", level, html(*heading_));
      place += flush(level + 1);
    } else if (!heading_ && !prose_.passages.empty()) {
      prose_.passages.back().html += flush(3);  // it goes on below a block
    } else {
      prose_.passages.push_back({heading_.value_or(""), flush(3)});
    }
    heading_.reset();
  }
};

}  // namespace

PlanProse prose_of(const Plan& plan) { return Reader(plan).read(); }

}  // namespace hearth
