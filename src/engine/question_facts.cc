#include "engine/question_facts.h"

#include "identity/who_on.h"

namespace hearth {

Result<QuestionFacts> QuestionFacts::open(const std::string& facts, const std::string& store,
                                          const ViewRequest& request,
                                          const std::vector<identity::DoubtOn>& without) {
  QuestionFacts question;
  question.folder_ = facts;
  if (store.empty()) return question;
  auto opened = Store::open_to_read(store);
  if (!opened) return std::unexpected(opened.error());
  auto by_then = request;
  auto who = identity::who_on(*opened, request.known);
  if (!who) return std::unexpected(who.error());
  by_then.who = std::move(*who);
  if (!without.empty()) {
    by_then.who = identity::without_doubtful(std::move(by_then.who), without);
  }
  auto view = View::open(*opened, by_then);
  if (!view) return std::unexpected(view.error());
  question.view_.emplace(std::move(*view));
  question.folder_ = question.view_->facts().string();
  return question;
}

}  // namespace hearth
