// The Language Server Protocol (3.17), for whoever writes a plan in an editor: message in, messages
// out.
//
// Knows nothing of streams: whoever does hands it one message after another, and when no other is
// waiting asks what it has to say of its own accord. So an author who types fast is not answered
// about text that is gone. Whatever comes in, broken or hostile, is answered or passed over; no
// text of a document is ever said anywhere but to the editor.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/read_documents.h"

namespace hearth {

class LanguageServer {
 public:
  // `shelves`: folders in which documents that are used are looked for by name, see Workspace.
  LanguageServer(ReadDocument disk, std::vector<std::string> shelves);
  ~LanguageServer();

  // Each message is JSON, without its frame.
  std::vector<std::string> receive(std::string_view message);
  std::vector<std::string> receive_broken(std::string_view why);  // a frame that holds none
  std::vector<std::string> tell();  // diagnostics that are other than they were

  bool has_left() const;   // `exit` was received: nothing is answered any more
  bool left_well() const;  // … after `shutdown`

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hearth
