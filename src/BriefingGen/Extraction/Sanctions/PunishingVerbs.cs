using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>
/// Finds sanctions that a verb tells without a noun for them: who is barred from entering, whose assets are frozen, who is put on
/// a list or taken off it, who is exempted.
/// </summary>
internal sealed class PunishingVerbs(
    ArticleContext context,
    DependencyTree tree,
    SanctionGrammar words,
    FactualityReader factuality,
    ScannedParties parties
)
{
    /// <summary>The sanction of a verb; null where it tells none.</summary>
    public ScannedSanction? Of(int verb)
    {
        if (context.Upos(verb) != Upos.Verb)
        {
            return null;
        }

        var lemma = context.Lemma(verb);
        return words.Is("bar", lemma) ? Barred(verb)
            : words.Is("frozen", lemma) || words.Is("thawed", lemma) ? Frozen(verb, words.Is("thawed", lemma))
            : lemma is "list" or "blacklist" or "designate" ? Listing(verb)
            : words.Is("enter-list", lemma) || words.Is("leave-list", lemma)
                ? OnList(verb, words.Is("leave-list", lemma))
            : words.Is("spare", lemma) ? Exempted(verb)
            : null;
    }

    // "barred three ministers from entering the country", "barred Norland from exporting coal".
    private ScannedSanction? Barred(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (
                child > verb
                && context.Xpos(child) == "VBG"
                && context.Lower(child - 1) == "from"
                && Object(verb) is >= 0 and var who
                && Measure(child) is { } measure
            )
            {
                return Make(verb, who, measure, SanctionStatus.InForce, parties.Held(who));
            }
        }

        return null;
    }

    private string? Measure(int act)
    {
        var lemma = context.Lemma(act);
        var obj = Grammar.Child(tree, act, "obj");
        return lemma is "travel"
            || (lemma is "enter" or "visit" && obj >= 0 && words.Is("territory", context.Lemma(obj)))
                ? "travel-ban"
            : lemma is "export" or "sell" or "ship" ? "export-control"
            : lemma is "import" or "buy" or "trade" ? "trade"
            : null;
    }

    // "froze the assets of two banks".
    private ScannedSanction? Frozen(int verb, bool isFreed)
    {
        var noun = Object(verb);
        if (noun < 0 || context.Lemma(noun) is not ("asset" or "property" or "account" or "fund"))
        {
            return null;
        }

        var whose = parties.Held(noun);
        return whose.IsEmpty
            ? null
            : Make(verb, noun, "asset-freeze", isFreed ? SanctionStatus.Lifted : SanctionStatus.InForce, whose);
    }

    // "Eleven firms were also listed": where the article has spoken of sanctions.
    private ScannedSanction? Listing(int verb)
    {
        var who = Grammar.Child(tree, verb, "nsubj:pass");
        if (who < 0 || !words.Is("listed", context.Lemma(who)))
        {
            return null;
        }

        for (var i = 0; i < verb; i++)
        {
            if (words.Is("restriction", context.Lemma(i)))
            {
                return Make(verb, who, null, SanctionStatus.InForce, parties.Named(who));
            }
        }

        return null;
    }

    // "added nine tankers to its sanctions list".
    private ScannedSanction? OnList(int verb, bool isOff)
    {
        foreach (var child in tree.Children(verb))
        {
            if (
                tree.Is(child, "obl")
                && context.Lemma(child) is "list" or "blacklist"
                && (context.Lemma(child) == "blacklist" || words.Is("restriction", context.Lemma(child - 1)))
                && Object(verb) is >= 0 and var who
            )
            {
                var status = isOff ? SanctionStatus.Lifted : SanctionStatus.InForce;
                return Make(verb, who, "unspecified", status, parties.Held(who));
            }
        }

        return null;
    }

    // "Norland's exports were exempted from the tariffs".
    private ScannedSanction? Exempted(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (
                tree.Is(child, "obl")
                && words.Is("restriction", context.Lemma(child))
                && Grammar.Case(tree, child) is >= 0 and var from
                && context.Lower(from) == "from"
                && Object(verb) is >= 0 and var who
            )
            {
                return Make(verb, child, null, SanctionStatus.Eased, parties.Held(who));
            }
        }

        return null;
    }

    private int Object(int verb) =>
        Grammar.Child(tree, verb, "obj") is >= 0 and var obj ? obj
        : Grammar.IsPassive(context, tree, verb) ? Grammar.Child(tree, verb, "nsubj")
        : -1;

    private ScannedSanction? Make(
        int verb,
        int noun,
        string? measure,
        SanctionStatus status,
        ImmutableArray<string> target
    )
    {
        var standing = factuality.Of(verb);
        if (standing.Negated || parties.IsOfCourt(verb))
        {
            return null;
        }

        // "its tariffs" are its own; "North Norland" in "barred North Norland" is nobody's.
        var owned = words.Is("restriction", context.Lemma(noun)) ? noun : verb;
        var imposer = parties.Imposer(verb, owned, false);
        var reached = standing.Reality switch
        {
            Reality.Possible or Reality.Demanded => status is SanctionStatus.Lifted or SanctionStatus.Eased
                ? SanctionStatus.InForce
                : SanctionStatus.Proposed,
            Reality.Planned when status == SanctionStatus.InForce => SanctionStatus.Announced,
            Reality.Planned when status == SanctionStatus.Lifted => SanctionStatus.Eased,
            _ => status,
        };
        return new ScannedSanction(verb, noun, reached, imposer, [.. target.Except(imposer, StringComparer.Ordinal)])
        {
            Measure = measure,
        };
    }
}
