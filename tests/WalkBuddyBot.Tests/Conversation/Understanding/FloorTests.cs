using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Measuring;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

/// <summary>
/// What people say whom nobody here had in mind, by an author who saw neither the examples nor the rules, through the whole path with the
/// model that the build trained. The floors stand a little under what was measured: an edit that makes it worse is seen.
/// </summary>
public sealed class FloorTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static readonly Instant Now = new LocalDateTime(2026, 11, 23, 10, 0).InZoneStrictly(Zone).ToInstant();

    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddConversation(ContentSnapshot.InstalledFolder).AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    [Fact]
    public async Task Strangers_are_understood_about_as_well_as_ever()
    {
        var figures = await MeasureAsync("strangers.jsonl", "strangers-later.jsonl");

        Assert.True(figures.Measured.Length >= 2_000, "The files lost messages.");
        AtLeast(0.93, figures.TopicAccuracy, "topics right");
        AtLeast(0.95, figures.CommandAccuracy, "commands right");
        AtLeast(0.965, figures.AmongThree, "right, or among the three that were offered");
        AtLeast(0.93, figures.NearDeclined, "near out of scope declined");
        AtLeast(0.975, figures.FarDeclined, "far out of scope declined");
        AtLeast(0.96, 1 - figures.InScopeDeclined, "good questions not declined");
        AtLeast(0.92, figures.SlotLinesExact, "slots exact");
        Assert.True(figures.SilentlyWrong <= 5, $"{figures.SilentlyWrong} messages were acted on with a wrong slot.");
    }

    private static void AtLeast(double floor, double share, string what) =>
        Assert.True(share >= floor, FormattableString.Invariant($"{what}: {share:p1}, and it was {floor:p1} at least."));

    private static async Task<Figures> MeasureAsync(params string[] files)
    {
        var examples = new List<Example>();
        foreach (var file in files)
        {
            using var reader = File.OpenText(Path.Combine(AppContext.BaseDirectory, "Conversation", "Understanding", file));
            var (read, mistakes) = await ExampleReader.ReadAsync(reader, CancellationToken.None);
            Assert.Empty(mistakes);
            examples.AddRange(read);
        }

        return Figures.Of(Measurement.Of(Services.GetRequiredService<IUnderstanding>(), examples, Now, Zone, new FakeTimeProvider()));
    }
}
