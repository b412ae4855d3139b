// SPDX-License-Identifier: Apache-2.0
#include "core/report/words.h"

namespace topline {

std::string_view chinese_words(Code code) {
  switch (code) {
    case Code::unknown_column:
      return "没有名为“{name}”的列。最接近的有：{nearest}。请使用表头文字，或用 #3 表示第三列。";
    case Code::ambiguous_column:
      return "“{name}”对应不止一列（{columns}）。请用列号指明，例如 #3。";
    case Code::bad_option:
      return "{option} 不能取“{value}”。可用的值：{allowed}。";
    case Code::bad_json:
      return "这不是 Topline 能读取的{what}（{detail}）。请用当前版本重新生成。";
    case Code::plan_mismatch:
      return "这些汇总依据的方案不同（{ours}、{theirs}）。请先用 “topline inspect … -o plan.json” "
             "写出一份方案，"
             "再对每一部分使用 --plan plan.json。";
    case Code::ids_needed:
      return "各部分中“{column}”的答卷编号有重叠，同一份答卷可能被计入两次。请加上 --ids "
             "重新汇总各部分。";
    case Code::range_misaligned:
      return "各部分在第 {offset} "
             "字节处无法衔接：其中一部分从引号内开始，或被读取了两次。请重新汇总该部分。";
    case Code::nothing_to_merge:
      return "没有可以合并的内容。请至少给出一个汇总文件。";
    case Code::nothing_to_plan:
      return "表中没有可用于规划的 NPS 或满意率。请指明对应的列（--column 列名=nps），或不给文件而直接用 --variance 或 --share。";
    case Code::empty_input:
      return "表格是空的。请打开带有表头和答卷的文件。";
    case Code::header_only:
      return "表格只有表头，没有数据行。请重新导出并包含答卷。";
    case Code::not_text:
      return "这看起来是{looks_like}，而不是 CSV 或 TSV。请另存为 CSV（UTF-8）后再打开。";
    case Code::old_workbook:
      return "这是旧版工作簿（.xls），只有网页版能打开：请在网页（dist/topline.html）中打开，或用电子表格软件另存为 XLSX。";
    case Code::bad_workbook:
      return "无法读取这个 XLSX 或 ODS 工作簿：{detail}。请用电子表格软件打开并另存为 XLSX 或 CSV（UTF-8）。";
    case Code::no_sheet:
      return "没有名为“{sheet}”的工作表。工作簿中有：{sheets}。";
    case Code::sheets_left_out:
      return "未读取隐藏的工作表：{names}。如需读取，请指明：--sheet 名称。";
    case Code::hidden_cells:
      return "工作簿隐藏了 {rows} 行、{columns} 列；它们照常读取。";
    case Code::no_value:
      return "有 {count} 个公式在文件中没有值，按空单元格处理。请用电子表格软件打开并重新保存。";
    case Code::preamble:
      return "跳过了表头上方的 {count} 行。";
    case Code::frequency_table:
      return "每行代表“{name}”所示的人数：共 {rows} 行，{people} 份答案。";
    case Code::summary_table:
      return "这是已经汇总过的表（含合计），不是逐份答卷的数据，因此不计分。请打开每行一份答卷的导出文件。";
    case Code::bad_frequency:
      return "有 {count} 行未计入：其人数缺失或不是整数。";
    case Code::rows_skipped:
      return "有 {count} 份答卷未计入：{incomplete} 份未完成，{excluded} 份为预览或测试。如需保留，请将相应的列设为 ignore。";
    case Code::cannot_read:
      return "无法读取“{path}”：{detail}。请检查文件名和权限。";
    case Code::cannot_write:
      return "无法写入“{path}”：{detail}。请用 -o 指定其他位置。";
    case Code::stray_quote:
      return "有 {count} 行的引号位置不符合 CSV 规则，已按原样读取。如果单元格错位，请查看第一处。";
    case Code::unclosed_quote:
      return "有 {count} 个引号没有闭合，已按普通文字读取。如果单元格粘在一起，请补全或删除引号。";
    case Code::record_cut:
      return "有 {count} 行过大，无法整行读取，已被截断。请检查该处是否缺少换行。";
    case Code::invalid_utf8:
      return "有 {bytes} 个字节不是有效的 UTF-8。如果文字显示异常，请将文件另存为 UTF-8。";
    case Code::long_row:
      return "有 {count} "
             "行的非空单元格多于表头的列数（{columns}），未计入。请给含有分隔符的单元格加上引号。";
    case Code::short_row:
      return "有 {count} 行提前结束，缺少的单元格按缺失处理。";
    case Code::duplicate_header:
      return "有多列都叫“{name}”。请用列号指明，例如 #3。";
    case Code::no_header:
      return "第一行看起来是数据，因此各列以列号命名。如果不对，请补上表头。";
    case Code::no_score_column:
      return "没有哪一列能确定是 NPS、满意度或评分。请指明，例如 --column '#3=nps'。";
    case Code::unsure_role:
      return "“{name}”是 {role} 还是 {other}？在您确认之前不计分：--column '{flag}={role}' 或 "
             "--column '{flag}={other}'。";
    case Code::scale_ambiguous:
      return "从答案无法确定“{name}”的量表（{detail}）。在您确认之前不计分，例如 --column "
             "'{flag}'。";
    case Code::role_impossible:
      return "“{name}”的量表是 {detail}，不能作为 {role}：NPS 的量表是 0 到 10。请作为 csat 或 "
             "rating。";
    case Code::invalid_answers:
      return "“{name}”有 {count} 个单元格不在量表 {scale} 之内，未计入，第一个是“{value}”。";
    case Code::outside_scale_code:
      return "“{name}”使用 0–10 分且出现了 0，另有 {count} 个 {code}：按未回答处理。如果 {code} "
             "表示 10，请重新导出数值。";
    case Code::too_many_values:
      return "“{name}”的不同取值超过 {limit} 个，无法用于分组对比。";
    case Code::segments_proposed:
      return "可以按 {names} 分组对比。例如加上 {flag}。";
    case Code::wave_proposed:
      return "可以用“{name}”划分波次。请加上 {flag}。";
    case Code::weight_proposed:
      return "“{name}”看起来是权重，尚未使用。如果是，请加上 {flag}。";
    case Code::dates_ambiguous:
      return "“{name}”中的日期可能是 日/月，也可能是 月/日，因此未划分波次。请写成 2026-09-27 "
             "的形式。";
    case Code::tables_stacked:
      return "有 {count} 个文件的列相同，已作为一张表读取：{names}。";
    case Code::duplicates_left_out:
      return "有 {count} 份答卷重复（“{column}”相同且答案相同），每份只计一次。";
    case Code::same_id_other_answers:
      return "有 {count} 行的“{column}”重复但答案不同，已全部保留。如果是同一份答卷，请加上 "
             "{flag}，则以最后一次为准。";
    case Code::bad_weight:
      return "有 {count} 行没有可用的权重（缺失、为负或不是数字），未计入。";
    case Code::weight_rounded:
      return "有 {count} 个权重超过 12 位小数，已四舍五入。";
    case Code::weight_overflow:
      return "权重过大，无法精确相加。请缩放到均值为 1。";
    case Code::frame_limit:
      return "表格过大，无法检查重复答卷（需要 {bytes} 字节）。请按答卷编号排序。";
    case Code::no_wave_date:
      return "有 {count} 行的“{name}”没有可识别的日期，只计入全部波次的合计。";
    case Code::driver_collinear:
      return "“{name}”可由其他题目组合得出，无法区分各题与“{outcome}”的关联。请从 --drivers 中去掉它。";
    case Code::driver_constant:
      return "在全部作答的行中，“{name}”只有一个取值，无法分析其与“{outcome}”的关联。请从 --drivers 中去掉它。";
    case Code::comments_personal:
      return "“{name}”是个人信息列，不予显示。如果它其实是评论，请指明：--column '{name}=text'。";
    case Code::items_reversed:
      return "“{scale}”中有 {count} 题与其余题目方向相反：{names}。可能为反向题，未自动反转；如是，请在表中反转（最高分 + 最低分 − 原分）。";
    case Code::items_constant:
      return "“{scale}”中有 {count} 题只有一个取值，无法计算信度：{names}。请去掉这些题目。";
    case Code::sus_all_equal:
      return "有 {count} 人对“{scale}”的十题给出相同答案。偶数题为反向题，这多半不是本意；得分已计入。";
    case Code::fpc_unclear:
      return "层“{stratum}”在“{name}”中没有总体数，或有多个。同一层各行须为同一个大于零的数。";
    case Code::strata_lonely:
      return "有 {count} 个层只有一个抽样单位：{names}。无法计算误差，请与其他层合并。";
    case Code::strata_too_small:
      return "有 {count} 个层的总体单位少于样本：{names}。请检查 --fpc 的列。";
    case Code::margin_no_target:
      return "边际“{name}”没有“{category}”的目标值。请补充，或用 --where 去掉这些行。";
    case Code::margin_empty_cell:
      return "边际“{name}”的“{category}”只在总体或样本一方有人。请与其他类别合并。";
    case Code::margins_disagree:
      return "边际“{name}”合计为 {sum}，而不是 {wanted}。请将各边际都写成合计为 1 的比例，或同一批人的人数。";
    case Code::margins_no_convergence:
      return "没有权重能同时满足所有边际（最后：“{name}”）。请减少边际或合并类别。";
    case Code::more_answers_than_invited:
      return "有 {count} 人作答，但受邀人数为 {invited}：无法计算回收率。请给出每期的受邀人数（--invited N），或去掉重复作答。";
    case Code::response_by_group:
      return "各{name}的作答情况不同：{groups}（χ² {chi}，自由度 {df}，p {p}）。得分只反映作答者；可按“{name}”加权（--margin）查看影响。";
    case Code::response_alike:
      return "按“{name}”看作答情况：{groups}；差异不显著（χ² {chi}，自由度 {df}，p {p}）。";
    case Code::no_respondent_on_roster:
      return "“{name}”中没有任何编号出现在名册中，因此不知道谁未作答。请在两张表中使用相同编号，或指明编号所在的列（--column 列名=respondent_id）。";
    case Code::pairs_unknown:
      return "两期按不同人群比较：没有人员编号列、数据已加权，或行数过多无法保留。请指明人员编号所在的列：--column 列名=respondent_id。";
    case Code::roster_too_small:
      return "有 {count} 人作答，但名册人数为 {roster}。未使用该人数，请检查 --roster-size。";
    case Code::straightliners:
      return "有 {count} 行对同一量表的所有题目给出相同答案（最多 {items} 题；共检查 {rows} 行）。如需去掉：{flag}。";
    case Code::speeders:
      return "有 {count} 行在 {limit} 秒内完成，不到中位数 {median} 秒的三分之一（共检查 {rows} 行）。如需去掉：{flag}。";
    case Code::near_duplicates:
      return "有 {count} 行与另一行在 {items} 题中至少 95 % 相同（共检查 {rows} 行）。如需去掉：{flag}。";
    case Code::partials:
      return "有 {count} 行作答不足 {items} 题的 80 %（共检查 {rows} 行）。如需去掉：{flag}。";
    case Code::no_grid:
      return "未检查直线作答：没有五题以上的同一量表。";
    case Code::no_duration:
      return "未检查作答过快：没有作答时长列。请指定：--column 'NAME=duration'。";
    case Code::few_items_alike:
      return "未检查近似重复：需要十题以上。";
    case Code::quality_unchecked:
      return "无法检查答卷质量或去掉相应的行：行数过多，或该 tally 未用 --quality、--drop 生成。";
    case Code::rows_dropped:
      return "按要求去掉 {count} 行（{names}）。去掉前 → 去掉后：{scores}。";
    case Code::kind_guessed:
      return "识别为：{kind}。如不是，请用 {flag}。";
    case Code::unreadable_cells:
      return "“{name}”有 {count} 个单元格不能读作 {role}，相关计算未计入。";
    case Code::ledger_limit:
      return "表过大，无法保留各行（需要 {bytes} 字节），相关指标未计算。请分批提供，例如按年份。";
    case Code::low_base:
      return "有 {count} 个数字的样本量少于 30：样本量不足，请谨慎解读。";
    case Code::cells_suppressed:
      return "有 {count} 个数字已隐藏，否则可以辨认出少于 {min_n} 人的回答。同一批回答的另一份报告（换了筛选、分组，或早几天）可与本报告相减推算："
             "请在调查结束后只分享一份。";
    case Code::ranks_invalid:
      return "从“{name}”开始的排序题中，有 {count} 份回答的名次重复或无效，未计入。";
    case Code::cells_alike:
      return "有 {count} 个数字未显示，或只给出界限（如 ≥ 90%）：该组几乎所有人的回答相同，精确数字会透露每个人的回答。";
    case Code::filter_leaves_few:
      return "有 {count} 道题已隐藏：筛选只排除了不足 {min_n} 人的回答，与未筛选的报告相减即可推知。请放宽或取消筛选。";
    case Code::synthetic_data:
      return "这些答卷是虚构的：Topline 自带的示例。";


    // Roll-out: customers
    case Code::orders_left_out:
      return "{count} 条订单缺少可识别的客户、日期或金额，未计入。请补全这些单元格，或用 --column "
             "列名=customer、date 或 amount 指定列。";
    case Code::orders_not_grouped:
      return "订单指标不按“{name}”细分：请将该列放入客户名册表并一同提供。";
    case Code::churn_unknown:
      return "{count} 位客户未注明是否流失，未计入流失率。请在该列填写是或否，或填写终止日期。";


    // Roll-out: sales
    case Code::deals_repeated:
      return "{count} 行与表中已有商机重复：只计一次。";
    case Code::closed_before_created:
      return "{count} 个商机的关闭日期早于创建日期：不计入销售周期。请更正日期。";
    case Code::opportunity_before_lead:
      return "{count} 条线索的转商机日期早于创建日期：不计入转化率。请更正日期。";
    case Code::won_without_amount:
      return "{count} 个赢单没有金额，未计入销售额。请补填。";
    case Code::closed_without_date:
      return "{count} 个已赢或已输的商机没有关闭日期：计入总数，但不计入任何月份和销售周期。请补填。";
    case Code::reps_without_deals:
      return "名册上 {total} 人中有 {count} 人没有商机；人均销售额仍按全部人数计算。名单见 joins。";
    case Code::owners_not_on_roster:
      return "{count} 个商机的负责人（共 {owners} 人）不在 {roster} 中：不计入人均销售额。请补入名册，或统一两表中的姓名写法。";
    case Code::invoices_repeated:
      return "{count} 行与表中已有应收款重复：只计一次。";
    case Code::invoices_unreadable:
      return "{count} 笔应收款没有大于零的金额或缺少到期日：不计入需要它们的指标。请补填。";
    case Code::invoices_overpaid:
      return "{count} 笔应收款的实收超过应收；多出部分计入回款额，但不抵其他应收款。请核对。";
    case Code::change_date_outside:
      return "{name} 中没有 {date} 之前或之后的数据，无法比较上线前后。请检查 --change-date，或补充两段时期的数据。";


    // Roll-out: service
    case Code::duplicate_rows:
      return "有 {count} 行与另一行的“{name}”及所有单元格完全相同，每组只计一次。";
    case Code::impossible_times:
      return "有 {count} 行的结束时间早于开始时间，属于不可能的时间，已单独列出；含这些行的数字列在旁边。请检查时间列是否弄反。";
    case Code::unknown_words:
      return "“{name}”有 {count} 个单元格无法理解。请改写为：{known}。";
    case Code::rows_incomplete:
      return "有 {count} 行缺少所需的数字，或数字小于零，未计入。补全后即可计入。";
    case Code::missing_marks:
      return "“{name}”缺少 {count} 项评分，因此没有得分。请补全，或对所有供应商去掉这些评估项。";
    case Code::vendors_tie:
      return "{names} 并列第一。请检查权重，或增加能区分它们的评估项。";
    case Code::winner_hangs_on_weight:
      return "{winner} 的领先取决于“{criterion}”的权重：现为 {weight}%，到 {to}% 时 {other} 即追平。请先就该权重达成一致再决定。";


    // Roll-out: money
    case Code::money_overflow:
      return "“{name}”的金额过大，无法精确相加：请检查单位或多余的数字。相关合计未给出。";
    case Code::percent_as_share:
      return "“{name}”中没有大于 1 的数字，因此 0.8 按 80 % 处理。如本为百分数，请写上 %。";
    case Code::percent_outside:
      return "“{name}”有 {count} 个单元格不是 0 到 100 的百分数，未计入：请更正。";
    case Code::bad_range:
      return "{count} 项收益的区间不满足 悲观 ≤ 最可能 ≤ 乐观，只采用最可能值：请更正区间。";
    case Code::counted_in_full:
      return "{count} 项收益未注明归因比例，按 100 % 计入。如只有一部分来自 CRM，请增加“归因比例”一列。";
    case Code::flow_without_period:
      return "{count} 笔现金流的期间或日期无法识别，未计入净现值、内部收益率和回收期：请写成 2026-01、2026-Q1、2026 或 0、1、2。";
    case Code::total_rows_left_out:
      return "{count} 行为合计行，未计入，以免重复计算。";
    case Code::many_items:
      return "表中有 {count} 个不同项目；按项目的数字最多给出 {limit} 个。请为较大的项目使用统一名称。";


    // Roll-out: adoption
    case Code::usage_rows_left_out:
      return "有 {count} 行缺少用户或可读取的日期，未计入。请修正导出数据，或用 --column 'NAME=user'、"
             "'NAME=date' 指定列。";
    case Code::usage_log_short:
      return "日志仅覆盖 {count} 天：30 天口径的数字会偏低，待日志满 30 天后再看。";
    case Code::key_feature_unknown:
      return "日志中没有名为“{name}”的事件（已指定为关键功能）。相近的有：{nearest}。";
    case Code::users_outside_roster:
      return "日志中有 {count} 个用户不在人员名册上，前若干个列在 joins 中。请补充名册或修正姓名；使用率未计入他们。";
    case Code::unlicensed_users_active:
      return "名册上有 {count} 个未授权人员在 30 天内使用了系统。请更正名册，或检查是否共用账号；使用率未计入他们。";
    case Code::roster_repeats:
      return "名册中有 {count} 人占多行，只计一次：任一行有授权即为已授权，开始日期取最早。请删除多余的行。";
    case Code::starts_before_log:
      return "有 {count} 人在日志开始（{date}）之前开通：此前的首次操作无法看到，激活率可能偏低。请提供覆盖其开通日的日志。";


    // Roll-out: goals
    case Code::goal_relative_or_points:
      return "“{kpi}”的目标是“{target}”：是相对提升（10%），还是提高若干个百分点？请改写为“+10 "
             "points”，或在研究文件中写明：\"change\": \"relative\" 或 "
             "\"points\"。";
    case Code::goal_change_or_value:
      return "“{kpi}”的目标是“{target}”：是提高这么多分，还是达到这个分数？请在研究文件中写明（\"change\": "
             "\"points\"），或用“≥ …”表示分数本身。";
    case Code::goal_relative_nps:
      return "“{kpi}”的目标“{target}”是相对提升：NPS 的取值从 −100 经 "
             "0 到 +100，它的百分之几没有意义。请改用分值（如“+10 "
             "points”）或分数本身。";
    case Code::goal_no_number:
      return "“{kpi}”的目标“{target}”没有与其相符的数字。请写明要达到的数值（如“≥ "
             "40”）或变化（如“+10 points”）。";
    case Code::goal_no_kpi:
      return "没有名为 {names} "
             "的指标，也未录入数值。请使用指标名称（见 'topline "
             "explain'），或录入当前值。";
    case Code::goal_no_baseline:
      return "以下目标没有基线，无法计算进度：{names}。请写明起始值。";
    case Code::goal_no_date:
      return "以下目标没有截止日期：{names}。请写明何时完成。";
    case Code::goal_no_owner:
      return "以下目标没有负责人：{names}。请写明由谁负责。";
    case Code::unknown_measure:
      return "没有名为“{name}”的指标。最接近的是：{nearest}。'topline "
             "explain' 可列出全部指标。";
    case Code::unknown_target:
      return "研究文件为“{name}”设了目标值，但它不是指标，或无好坏之分。最接近的是：{nearest}。";

  }
  return {};
}

std::string_view chinese_words(Reason reason) {
  switch (reason) {
    case Reason::told:
      return "由您指定";
    case Reason::no_clue:
      return "无法判断是什么";
    case Reason::empty_column:
      return "没有填写任何单元格";
    case Reason::header_recommend:
      return "询问推荐意愿；0–10 之间的整数";
    case Reason::header_employer:
      return "询问是否推荐雇主，答案为 0–10 的整数";
    case Reason::header_recommend_1_10:
      return "询问推荐意愿，但大量答案中没有 0：量表可能是 1–10";
    case Reason::header_recommend_short:
      return "询问推荐意愿，但没有高于 7 的答案：量表可能短于 0–10";
    case Reason::header_recommend_1_11:
      return "询问推荐意愿，但答案是 1 到 11：编码可能代表 0–10";
    case Reason::header_recommend_words:
      return "询问推荐意愿，但以文字作答：不是 NPS";
    case Reason::nps_group:
      return "NPS 答案的分组编码，不是分数";
    case Reason::plain_0_10:
      return "0–10 的整数，但表头没有提到推荐";
    case Reason::header_satisfied:
      return "询问满意度；量表上的整数";
    case Reason::header_satisfied_short:
      return "询问满意度，但从答案看不出量表的上限";
    case Reason::words_satisfied:
      return "用满意程度的词语作答";
    case Reason::words_scale:
      return "用量表的词语作答";
    case Reason::words_ambiguous:
      return "作答的词语在多种长度的量表中都有";
    case Reason::words_reversed:
      return "标签表明数字越小越好";
    case Reason::words_unknown:
      return "用量表的词语作答，但有些词不在已知量表中";
    case Reason::header_rating:
      return "询问评分；量表上的整数";
    case Reason::plain_scale:
      return "少数几个整数：可能是评分，也可能是编码";
    case Reason::header_segment:
      return "表示人群分组";
    case Reason::few_texts:
      return "少数几个重复出现的文字";
    case Reason::one_option:
      return "多选题的一个选项";
    case Reason::header_effort:
      return "询问费力程度；量表上的整数";
    case Reason::ranks_items:
      return "答案给出多个选项的排序";
    case Reason::ranks_item:
      return "列名要求排序，答案是名次";
    case Reason::several_options:
      return "单元格含多个选项：多选题";
    case Reason::asks_question:
      return "以少数几个选项作答的问题";
    case Reason::many_texts:
      return "很少重复的文字";
    case Reason::header_wave:
      return "表示波次或时期";
    case Reason::header_weight:
      return "名为权重且为数字";
    case Reason::header_response_id:
      return "名为编号且几乎不重复";
    case Reason::header_respondent_id:
      return "以编号表示个人";
    case Reason::header_serial:
      return "行的序号";
    case Reason::header_personal:
      return "可能指向个人；其内容不会显示";
    case Reason::counts_people:
      return "每行代表的人数";
    case Reason::summary:
      return "这是汇总表：单元格是统计数字，不是答案";
    case Reason::holds_dates:
      return "所有已填单元格都是日期";
    case Reason::export_column:
      return "导出工具自带的列";
    case Reason::holds_numbers:
      return "不是量表的数字";
    case Reason::kind_field:
      return "由表头得知";
    case Reason::no_part:
      return "在此类表中不起作用";
  }
  return {};
}

}  // namespace topline
