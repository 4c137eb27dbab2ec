#include "support/statement_press_room.hpp"

#include "support/golden.hpp"

namespace pressrum::test {

Files statement_press_room(const std::string& language) {
    Files files = {
        {"site/site.yaml", "title: Pressrum Ekinge kommun\nbase_url: https://press.ekinge.example/\nlanguage: " + language +
                               "\ntimezone: Europe/Stockholm\norganization:\n  name: Ekinge kommun\n  place: Ekinge\n"},
        {"site/topics.yaml", "topics:\n  trygghet: Trygghet\nareas:\n  centrum: Centrum\n"},
        {"site/people.yaml",
         "karin-alm:\n  name: Karin Alm\n  role: kommunalråd\n  party: C\n  pronoun: hon\n"
         "nils-ek:\n  name: Nils Ek\n  role: gatuchef\n  pronoun: han\n"
         "amira-sundfors:\n  name: Amira Sundfors\n  role: ordförande i kultur- och fritidsnämnden\n  party: KD\n  pronoun: hon\n"
         "leif-holm:\n  name: Leif Holm\n  party: S\n"}};
    // No language but these has words of its own for pages; which ones do not matter here.
    if (language != "sv" && language != "en")
        files["site/strings/" + language + ".yaml"] = read_file(std::string(PRESSRUM_ROOT) + "/site/strings/fi.yaml");
    return files;
}

}  // namespace pressrum::test
