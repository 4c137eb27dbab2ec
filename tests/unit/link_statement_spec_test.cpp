// tests/spec/talstreck.md: the readable specification, example by example.
#include "link/quotes/attribution_words.hpp"
#include "link/quotes/reading.hpp"
#include "support/readable_paragraph.hpp"
#include "support/spec_examples.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pressrum;
using namespace pressrum::test;

TEST_CASE("paragraphs are read as the specification of the talstreck shows") {
    const std::vector<SpecExample> examples = read_spec_examples();
    REQUIRE(examples.size() >= 90);
    for (const SpecExample& example : examples) {
        INFO("tests/spec/talstreck.md:" << example.line << ": " << example.paragraph);
        const Reading reading = read_lines(example.paragraph, example.language);
        CHECK(to_readable(reading, example.paragraph) == example.read);
        CHECK(asked_about(reading, example.paragraph) == example.asked);
        if (example.words.empty()) continue;
        std::vector<std::string> words;
        for (const Utterance& utterance : reading.utterances) words.push_back(utterance.words);
        CHECK(words == example.words);
    }
}

TEST_CASE("every language that has words has examples in the specification") {
    const std::vector<SpecExample> examples = read_spec_examples();
    for (const std::string_view language : {"sv", "da", "nb", "nn", "fi", "en"}) {
        INFO(language);
        CHECK(std::any_of(examples.begin(), examples.end(), [&](const SpecExample& example) {
            return example.language == language && example.read.find('|') != std::string::npos;
        }));
    }
}

TEST_CASE("the verbs that releases use are known in every language, each said of a name and of the last speaker") {
    static const struct {
        std::string_view language;
        std::vector<std::string_view> verbs;
    } kCases[] = {
        {"sv",
         {"säger", "menar", "berättar", "förklarar", "konstaterar", "framhåller", "betonar", "tycker", "tror", "hoppas", "avslutar",
          "fortsätter", "understryker", "uppger", "skriver", "tillägger", "sa", "sade"}},
        {"en",
         {"says", "believes", "explains", "notes", "stresses", "emphasises", "emphasizes", "thinks", "hopes", "concludes", "continues",
          "underlines", "states", "writes", "adds", "said"}},
        {"da",
         {"siger", "mener", "fortæller", "forklarer", "konstaterer", "fremhæver", "betoner", "synes", "tror", "håber", "afslutter",
          "fortsætter", "understreger", "oplyser", "skriver", "tilføjer", "sagde"}},
        {"nb",
         {"sier", "mener", "forteller", "forklarer", "konstaterer", "fremhever", "betoner", "synes", "tror", "håper", "avslutter",
          "fortsetter", "understreker", "opplyser", "skriver", "tilføyer", "sa"}},
        {"nn",
         {"seier", "meiner", "fortel", "forklarar", "konstaterar", "framhevar", "synest", "trur", "håpar", "avsluttar", "understrekar",
          "skriv"}},
        {"fi",
         {"sanoo", "katsoo", "kertoo", "selittää", "toteaa", "korostaa", "painottaa", "arvelee", "uskoo", "toivoo", "päättää", "jatkaa",
          "alleviivaa", "ilmoittaa", "kirjoittaa", "lisää", "sanoi"}},
    };
    for (const auto& each : kCases) {
        const std::string pronoun(find_attribution_words(each.language)->pronouns.entries.front());
        for (const std::string_view verb : each.verbs) {
            INFO(each.language << " " << verb);
            const Reading named = read_paragraph("– Ekinge 2026, " + std::string(verb) + " Karin Alm (C).", each.language);
            REQUIRE(named.first_with_attribution() != nullptr);
            CHECK(named.first_with_attribution()->attribution.verb == verb);
            CHECK(named.first_with_attribution()->attribution.name == "Karin Alm");
            const Reading last = read_paragraph("– Ekinge 2026, " + std::string(verb) + " " + pronoun + ".", each.language);
            REQUIRE(last.first_with_attribution() != nullptr);
            CHECK(last.first_with_attribution()->attribution.pronoun);
        }
    }
}
