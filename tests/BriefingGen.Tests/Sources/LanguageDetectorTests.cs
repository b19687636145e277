using System.Collections.Immutable;
using BriefingGen.Language.Text;
using BriefingGen.Sources.Languages;

namespace BriefingGen.Tests.Sources;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The foreign minister of Norland said on Tuesday that the talks would go on.")]
    [InlineData("en", "Russias neighbours dont think its over, and theyre not alone, Halvorsen said.")]
    [InlineData("en", "Norland rejects truce offer, strengthening sanctions")]
    [InlineData("en", "Ministers meet in Lakeport")]
    [InlineData("de", "Der Außenminister sagte am Dienstag, dass die Gespräche fortgesetzt werden.")]
    [InlineData("de", "Die Gespraeche wurden ohne Ergebnis beendet, wie der Minister nach dem Treffen sagte.")]
    [InlineData("fr", "Le ministre des Affaires étrangères a déclaré mardi que les pourparlers se poursuivraient.")]
    [InlineData("es", "El ministro dijo el martes que las conversaciones con el país vecino seguirán.")]
    [InlineData("it", "Il ministro ha detto martedì che i colloqui con il paese vicino non sono finiti.")]
    [InlineData("pt", "O ministro disse na terça-feira que as conversações com o país vizinho não terminaram.")]
    [InlineData("nl", "De minister zei dinsdag dat de gesprekken met het buurland zullen worden voortgezet.")]
    [InlineData("pl", "Minister powiedział we wtorek, że rozmowy z sąsiednim krajem będą kontynuowane.")]
    [InlineData("sv", "Utrikesministern sade på tisdagen att samtalen med grannlandet ska fortsätta.")]
    [InlineData("tr", "Dışişleri Bakanı salı günü komşu ülke ile görüşmelerin devam edeceğini söyledi.")]
    [InlineData("ru", "Министр заявил во вторник, что переговоры с соседней страной будут продолжены.")]
    [InlineData("uk", "Міністр заявив у вівторок, що переговори з сусідньою країною триватимуть і надалі.")]
    [InlineData("ar", "قال الوزير يوم الثلاثاء إن المحادثات مع الدولة المجاورة سوف تستمر")]
    [InlineData("he", "שר החוץ אמר ביום שלישי כי השיחות יימשכו")]
    [InlineData("zh", "外交部长星期二表示,与邻国的谈判将继续进行。")]
    [InlineData("ja", "外務大臣は火曜日、隣国との協議を続けると述べた。")]
    [InlineData("und", "12 345 – 678")]
    public void The_language_is_told(string expected, string text) =>
        Assert.Equal(expected, LanguageDetector.Detect(text, Whole(text)));

    [Fact]
    public void The_body_counts_before_a_foreign_headline()
    {
        const string Title = "Nie wieder Krieg";
        var text = Title + "\nThe minister said that she would not sign.";

        Assert.Equal(
            "en",
            LanguageDetector.Detect(
                text,
                [
                    new TextRegion(new TextSpan(0, Title.Length), RegionKind.Title),
                    new TextRegion(new TextSpan(Title.Length + 1, text.Length), RegionKind.Paragraph),
                ]
            )
        );
    }

    private static ImmutableArray<TextRegion> Whole(string text) =>
        [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)];
}
