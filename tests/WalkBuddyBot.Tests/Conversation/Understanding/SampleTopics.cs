using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content;

namespace WalkBuddyBot.Tests.Conversation.Understanding;

/// <summary>Fifteen small topics, enough to tell apart; the shipped ones have a test of their own.</summary>
internal sealed class SampleTopics : ITopicTexts
{
    public ImmutableArray<TopicText> TopicTexts { get; } =
    [
        Topic("overview", "Does walking help?", "can walking ease back pain|is walking good for my back|does walking help my back", "relief ache"),
        Topic("low-impact", "Gentle on joints", "is walking gentle on my joints|is walking easier than running", "impact jarring running joints"),
        Topic("circulation", "Blood flow", "how does walking improve circulation|does walking help blood flow", "blood oxygen circulation"),
        Topic("inflammation", "Inflammation", "does walking reduce inflammation|can walking bring swelling down", "swelling inflamed"),
        Topic("core-muscles", "Core muscles", "how does walking strengthen my core|does it train my abs", "core abs tummy belly trunk midsection"),
        Topic("flexibility", "Flexibility", "does walking make me more flexible|i feel stiff will walking loosen me", "stiff supple loosen"),
        Topic("leg-muscles-balance", "Legs and balance", "does walking strengthen my legs|can walking improve balance", "legs balance calves falls"),
        Topic("stress", "Stress", "does walking help with stress|how does walking lower stress", "stressed tension cortisol calm"),
        Topic("forest-therapy", "Forest therapy", "what is forest bathing|is walking in the woods better", "forest trees woods nature"),
        Topic("healthy-weight", "Weight", "does walking help me lose weight|how does weight affect my back", "weight slim calories overweight"),
        Topic("overall-health", "Overall health", "what does walking do for my heart|does walking help my overall health", "heart bones immune blood pressure"),
        Topic("mental-health", "Mental health", "does walking improve my mood|can walking help depression", "mood endorphins anxiety"),
        Topic("getting-started", "Getting started", "how do i start walking|how should a beginner begin walking", "beginner begin routine"),
        Topic("causes", "Causes", "what causes back pain|why does my back hurt", "causes posture injury lifting sitting"),
        Topic("see-a-doctor", "See a doctor", "when should i see a doctor|should i ask a doctor before walking", "doctor professional physician"),
    ];

    private static TopicText Topic(string id, string title, string questions, string words) =>
        new(id, title, title, title + ".", [], [.. questions.Split('|')], [.. words.Split(' ')]);
}
