namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>How likely a label is, 0 to 1.</summary>
internal readonly record struct LabelScore(string Label, double Probability);
