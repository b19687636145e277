using BriefingGen.Sources.Watching;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Sources.Watching;

public class WatchedFolderTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2031, 5, 14, 6, 0, 0, TimeSpan.Zero));
    private readonly HashSet<string> _known = [];

    [Fact]
    public void A_file_is_given_once_it_has_not_changed_for_a_while()
    {
        using var folder = new SourceFolder();
        var watched = new WatchedFolder(folder.Root, new WatchOptions(), _time);
        Write(folder, "a.txt", "half");
        Assert.Empty(Look(watched));

        _time.Advance(TimeSpan.FromSeconds(8));
        Write(folder, "a.txt", "half and half");
        Assert.Empty(Look(watched));
        _time.Advance(TimeSpan.FromSeconds(8));
        Assert.Empty(Look(watched));
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal($"{folder.Root}/a.txt", Assert.Single(Look(watched)).Path);
    }

    [Fact]
    public void At_the_first_look_the_time_that_a_file_carries_tells_whether_it_is_complete()
    {
        using var folder = new SourceFolder();
        Write(folder, "old.txt", "complete", TimeSpan.FromSeconds(-11));
        Write(folder, "young.txt", "half", TimeSpan.FromSeconds(-3));
        Write(folder, "ahead.txt", "of a clock that is ahead", TimeSpan.FromHours(2));
        var watched = new WatchedFolder(folder.Root, new WatchOptions(), _time);

        var survey = watched.Survey(CancellationToken.None);

        Assert.Equal([$"{folder.Root}/old.txt"], survey.Complete);
        Assert.Equal(
            [("ahead.txt", "not-settled"), ("young.txt", "not-settled")],
            survey.Left.Select(left => (Path.GetFileName(left.Path), left.Code))
        );
        Assert.Contains("changed less than 10 seconds ago", survey.Left[1].Message, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(3, watched.Survey(CancellationToken.None).Complete.Count);
    }

    [Fact]
    public void A_file_that_comes_with_an_old_time_is_waited_for_all_the_same()
    {
        using var folder = new SourceFolder();
        var watched = new WatchedFolder(folder.Root, new WatchOptions(), _time);
        Assert.Empty(Look(watched));
        _time.Advance(TimeSpan.FromSeconds(5));
        Write(folder, "copied.txt", "half", TimeSpan.FromDays(-30));

        Assert.Empty(Look(watched));
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Single(Look(watched));
    }

    [Fact]
    public void What_cannot_be_read_now_is_named_and_a_name_that_is_not_the_final_one_too()
    {
        using var folder = new SourceFolder();
        Write(folder, "a.txt.part", "half", TimeSpan.FromDays(-1));
        Write(folder, "notes.pptx.part", "never read", TimeSpan.FromDays(-1));
        var here = new WatchedFolder(folder.Root, new WatchOptions(), _time).Survey(CancellationToken.None);
        var nowhere = new WatchedFolder("/nowhere/at/all", new WatchOptions(), _time).Survey(CancellationToken.None);

        Assert.Equal($"{folder.Root}/a.txt.part", Assert.Single(here.Left).Path);
        Assert.Equal("not-found", Assert.Single(nowhere.Left).Code);
        Assert.Empty(here.Complete.Concat(nowhere.Complete));
    }

    [Fact]
    public void A_content_is_given_once_under_any_name()
    {
        using var folder = new SourceFolder();
        var watched = new WatchedFolder(folder.Root, new WatchOptions { Settle = TimeSpan.Zero }, _time);
        folder.Write("a.txt", "talks");
        folder.Write("b.txt", "talks");
        var file = Assert.Single(Look(watched));

        _known.Add(file.Hash);
        folder.Write("c/again.txt", "talks");

        Assert.Empty(Look(watched));
        Assert.Equal(file.Path, watched.Finish(file));
        Assert.True(File.Exists(file.Path));
    }

    [Theory]
    [InlineData("a.txt.part")]
    [InlineData("a.txt.TMP")]
    [InlineData(".a.txt")]
    [InlineData("done/a.txt")]
    [InlineData("a.pptx")]
    public void What_is_unfinished_done_or_no_article_is_not_given(string name)
    {
        using var folder = new SourceFolder();
        folder.Write(name, "talks");
        var watched = new WatchedFolder(folder.Root, new WatchOptions { Settle = TimeSpan.Zero }, _time);

        Assert.Empty(Look(watched));
    }

    [Fact]
    public void A_file_that_was_read_is_moved_where_the_options_say_so_and_overwrites_nothing()
    {
        using var folder = new SourceFolder();
        folder.Write("done/a.txt", "older");
        folder.Write("a.txt", "talks");
        var watched = new WatchedFolder(
            folder.Root,
            new WatchOptions { Settle = TimeSpan.Zero, MoveToDone = true },
            _time
        );
        var file = Assert.Single(Look(watched));

        var moved = watched.Finish(file);

        Assert.EndsWith("a-2.txt", moved, StringComparison.Ordinal);
        Assert.Equal(("older", "talks"), (File.ReadAllText($"{folder.Root}/done/a.txt"), File.ReadAllText(moved!)));
        Assert.Empty(Look(watched));
    }

    [Fact]
    public void A_folder_that_is_not_there_yet_is_empty()
    {
        var watched = new WatchedFolder("/nowhere/at/all", new WatchOptions(), _time);

        Assert.Empty(Look(watched));
    }

    [Fact]
    public async Task Watching_goes_on_until_it_is_ended()
    {
        using var folder = new SourceFolder();
        using var end = new CancellationTokenSource();
        var watched = new WatchedFolder(folder.Root, new WatchOptions { Settle = TimeSpan.Zero }, _time);
        folder.Write("a.txt", "talks");
        var paths = new List<string>();
        await foreach (var file in watched.WatchAsync(_known.Contains, end.Token))
        {
            _known.Add(file.Hash);
            paths.Add(Path.GetFileName(file.Path));
            await end.CancelAsync();
        }

        Assert.Equal(["a.txt"], paths);
    }

    private IReadOnlyList<WatchedFile> Look(WatchedFolder watched) =>
        watched.Look(_known.Contains, CancellationToken.None);

    private void Write(SourceFolder folder, string name, string text, TimeSpan age = default) =>
        File.SetLastWriteTimeUtc(folder.Write(name, text), (_time.GetUtcNow() + age).UtcDateTime);
}
