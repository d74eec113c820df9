using WalkBuddyBot.Conversation.Content.Reading;

namespace WalkBuddyBot.Conversation.Content.Checks;

/// <summary>
/// The bank is large enough that nobody meets a tip twice in a month, every topic has its part, and few tips name a doctor.
/// </summary>
internal sealed class TipBankCheck : IContentCheck
{
    private const int Fewest = 90;
    private const int FewestOfTopic = 5;
    private const int DoctorShare = 20;
    private const string SeeADoctor = "see-a-doctor";

    public IEnumerable<ContentMistake> Check(ContentFolder folder)
    {
        // A file that is missing or cannot be read is named elsewhere, once.
        if (folder.Tips is [])
        {
            yield break;
        }

        var file = folder.Tips[0].File;
        if (folder.Tips.Length < Fewest)
        {
            yield return file.Mistake(1, $"there are {folder.Tips.Length} tips; at least {Fewest} are needed");
        }

        foreach (var topic in TopicIds.All)
        {
            var count = folder.Tips.Count(tip => tip.Topic.Text == topic);
            if (count < FewestOfTopic)
            {
                yield return file.Mistake(1, $"there are {count} tips for \"{topic}\"; at least {FewestOfTopic} are needed");
            }
        }

        var doctors = folder.Tips.Where(tip => tip.Topic.Text == SeeADoctor).ToArray();
        if (doctors.Length * DoctorShare > folder.Tips.Length)
        {
            var first = doctors[folder.Tips.Length / DoctorShare];
            yield return file.Mistake(
                first.Topic.Line, $"{doctors.Length} of {folder.Tips.Length} tips are of \"{SeeADoctor}\"; one in {DoctorShare} is the most, so leave some out");
        }
    }
}
