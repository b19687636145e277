using System.Text;

namespace BriefingGen.Tests.Composition.Fuzzing;

/// <summary>A sound template folder with every file that one may hold: the default templates and what a desk adds.</summary>
internal static class TemplateFixtures
{
    private const string Judgements = """
        judgements:
          - text: A truce before June is unlikely.
            confidence: Confidence is low, since all reports have one origin.
            author: R. Okoro
          - text: The freeze will hold.
            author: R. Okoro

        """;

    private const string Actors = """
        actors:
          - name: Ilse Marek
            aliases: [Marek, Minister Marek]
            type: person
            role: Foreign Minister
            country: VN
          - name: Coastal Union
            type: organization
          - name: Osterby
            doNotExtract: true
        doNotExtract: [Sel crossing]

        """;

    private const string Countries =
        "# Invented states.\ncode\tname\tnames\tcapitals\tdemonyms\tmetonyms\n"
        + "VN\tVarenia\tRepublic of Varenia\tVarn?\tVarenian|Varenians\tWhite Hall=office\n"
        + "TK\tTolmark\tKingdom of Tolmark\tTolm\tTolmarker\tthe Keep=government\n";

    /// <summary>The files by name, as they stand in the folder.</summary>
    public static IReadOnlyDictionary<string, byte[]> All()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["judgements.yaml"] = Encoding.UTF8.GetBytes(Judgements),
            ["actors.yaml"] = Encoding.UTF8.GetBytes(Actors),
            ["countries.tsv"] = Encoding.UTF8.GetBytes(Countries),
        };
        foreach (var path in Directory.EnumerateFiles(InventedBriefing.DefaultTemplates))
        {
            files[Path.GetFileName(path)] = File.ReadAllBytes(path);
        }

        return files;
    }
}
