namespace BriefingGen.Tests.Composition.Fuzzing;

public class TemplateFuzzTests
{
    [Fact]
    public void The_sound_folder_makes_a_brief_in_every_format()
    {
        using var fuzz = new TemplateFuzz();
        Assert.Null(fuzz.Check(new Dictionary<string, byte[]>(), everyFormat: true));
    }

    [Fact]
    public void Damaged_template_folders_make_a_brief_or_a_named_error()
    {
        using var fuzz = new TemplateFuzz();
        var failures = new List<string>();
        for (var seed = 1; seed <= 300; seed++)
        {
            if (fuzz.Check(fuzz.Case(seed), everyFormat: seed % 25 == 0) is { } failure)
            {
                failures.Add($"seed {seed}: {failure}");
            }
        }

        Assert.Empty(failures);
    }
}
